extension Refusal {
    /// The words of what whole files refuse: merged, taken apart, destroyed.
    static let fileWords: [Refusal: Phrase] = [
        .mergeSame: Phrase("Choose another file than this one.", "请另选一份档案。"),
        .mergeOverlap: Phrase(
            "Both files have a stay, or a placement, at the same time: one woman cannot. Correct the "
                + "dates first, or they are two women.",
            "两份档案在同一时间均有住宿或就业记录，不可能是同一人。请先更正日期，或确认是否为两人。"),
        .mergeTwice: Phrase(
            "Both files have a record of which there can be only one. Void one of them first.",
            "两份档案中有只能保留一份的记录。请先作废其中一份。"),
        .unmergeChanged: Phrase(
            "What came from the other file was changed since: it cannot be told apart any more. Put "
                + "it back as it was first.",
            "合并后相关内容又有改动，无法拆分。请先改回。"),
        .unmergeGrown: Phrase(
            "Since the merge something was added to a case, stay or job that came from the other "
                + "file. Void that first.",
            "合并后在来自另一档案的个案、住宿或就业中又有新记录。请先作废新记录。"),
        .fileNotClosed: Phrase(
            "Her file is not closed: every case is closed first, and no stay is open.",
            "档案尚未结案：须先结清全部个案且无在住。"),
        .fileIsHeld: Phrase(
            "The file is held. Lift the hold first, with a reason.", "档案处于保留状态。请先说明理由解除保留。"),
        .notYetDue: Phrase(
            "The time of this file is not over yet.", "此档案保存期未满。"),
        .notHeld: Phrase("This file is not held.", "此档案未被保留。"),
    ]
}
