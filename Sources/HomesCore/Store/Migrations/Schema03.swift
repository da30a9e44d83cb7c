/// The third schema: what jobs in full keep, a part a file.
let schema03: [String] = [schema03Offers, schema03Employers, schema03Watch]
