//! What the faces do with a diary: tell, correct, ask for suspects and a plan. The one place that joins `store` and `insight`.
