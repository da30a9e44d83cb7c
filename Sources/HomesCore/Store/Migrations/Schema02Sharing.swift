/// The second schema's part for referrals, incidents, transfers, closures, merges.
let schema02Sharing = ""
