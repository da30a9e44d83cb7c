/// The second schema's part for reservations, turn-aways, visits, absences, belongings.
let schema02Arrivals = ""
