extension Refusal {
    /// The words about watched persons and where they were seen.
    static let watchWords: [Refusal: Phrase] = [
        .watchTooShort: Phrase(
            "Give a name of two characters or four letters at least, or a phone of seven digits: "
                + "less is like half the county.",
            "请填写至少两个汉字或四个字母的姓名，或至少七位的电话，否则无法比对。"),
        .watchNamesHer: Phrase(
            "The line has the name or the code of a resident. Take it out: nothing may tell whom the "
                + "watch protects.",
            "此行含有入住人员的姓名或编号。请删去：不得透露保护对象。"),
        .watchLifted: Phrase(
            "This watch was lifted. Enter him anew if he is to be watched for again.",
            "此关注已解除。如需再次关注，请重新登记。"),
        .sightingStays: Phrase(
            "A sighting stays as it is, and is closed once.", "发现记录不可更改，处理后不再变动。"),
    ]
}
