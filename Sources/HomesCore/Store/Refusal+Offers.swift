extension Refusal {
    /// The words of what offers and placements refuse.
    static let offerWords: [Refusal: Phrase] = [
        .closesBeforeOffer: Phrase(
            "The offer closes before the day on which it was made. Correct one of the two dates.",
            "截止日期早于提供日期。请更正其中一个。"),
        .negativeAmount: Phrase(
            "An amount of money cannot be below nought. Write 0 where nothing is paid or asked.",
            "金额不能小于零。没有则填0。"),
        .termOfOpenEnded: Phrase(
            "A contract is open-ended or runs so many months, not both. Clear one of the two.",
            "合同要么无固定期限，要么有期限。请清除其中一项。"),
        .startBeforeOffer: Phrase(
            "She cannot start before the offer was made. Correct the start, or the offer's date.",
            "到岗日期不能早于招工信息的提供日期。请更正其一。"),
        .contractInFuture: Phrase(
            "The contract is dated in the future. Leave the date open until it is signed.",
            "合同签订日期在将来。签订之前请留空。"),
    ]
}
