#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| soleus_fuzz::readers::entry_line(bytes));
