import HomesCore

/// Going back to where one was. Only lists and pages are places: a form that was left is its draft,
/// and a form that was saved must not come back to be saved again.
extension Shell {
    /// Changes the stack and remembers the place that was left, if it was another one.
    mutating func leave(_ change: (inout [any Screen]) -> Void) {
        let left = Shell.places(stack)
        change(&stack)
        if left.count != Shell.places(stack).count { lastPlace = left }
    }

    /// `-`: to the last place; again: back.
    mutating func goBack() -> Step {
        guard let place = lastPlace, world.session != nil else {
            return .say(.plain(Phrase("There is no other place yet.", "还没有上一处。")))
        }
        lastPlace = Shell.places(stack)
        stack = place
        refreshTop()
        return .stay
    }

    /// The screens up to the first form or question.
    private static func places(_ stack: [any Screen]) -> [any Screen] {
        Array(stack.prefix { $0.isPlace })
    }
}
