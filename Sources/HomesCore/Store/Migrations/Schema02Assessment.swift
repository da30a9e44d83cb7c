/// The second schema's part for indicators, case plan, flags, notes.
let schema02Assessment = ""
