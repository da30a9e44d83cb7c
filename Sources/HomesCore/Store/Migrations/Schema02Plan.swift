/// The second schema's part for the safe-migration plan, interpreters, materials.
let schema02Plan = ""
