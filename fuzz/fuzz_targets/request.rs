#![no_main]

use std::cell::RefCell;

use soleus_fuzz::requests::Door;

thread_local!(static DOOR: RefCell<Door> = RefCell::default());

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| DOOR.with_borrow_mut(|door| door.knock(bytes)));
