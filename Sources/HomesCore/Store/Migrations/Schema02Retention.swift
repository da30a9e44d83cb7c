/// The second schema's part for what is left of a destroyed file.
let schema02Retention = ""
