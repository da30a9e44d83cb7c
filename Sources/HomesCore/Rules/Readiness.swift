/// Whether a woman is ready to depart, and what is still open. Advice on the screen, never a
/// lock on a door.
public struct Readiness: Equatable, Sendable {
    /// Topics that have to be covered and are not.
    public let missingTopics: [CounsellingTopic]
    /// Items of the checklist that were answered "no".
    public let refusedItems: [ChecklistItem]
    /// Items nobody has asked yet: questions that are still worth asking.
    public let unaskedItems: [ChecklistItem]

    /// Topics everybody needs before leaving.
    public static let coreTopics: [CounsellingTopic] = Array(CounsellingTopic.allCases.prefix(10))

    /// T1-T10 covered, T11 too for those under 18, and no checklist item "no" (RULES, "Safe-migration
    /// counselling"). Items that nobody has asked are listed, and do not make her unready.
    ///
    /// - Parameters:
    ///   - topics: What sessions have covered.
    ///   - checklist: The answers so far.
    ///   - ageInYears: Her age, counted as the younger where it is approximate; unknown counts as
    ///     under 18.
    public init(
        topics: Set<CounsellingTopic>, checklist: [ChecklistItem: YesNoNA], ageInYears: Int?
    ) {
        let isMinor = (ageInYears ?? 0) < 18
        let needed = Readiness.coreTopics + (isMinor ? [.rightsUnder18] : [])
        missingTopics = needed.filter { !topics.contains($0) }
        refusedItems = ChecklistItem.allCases.filter { checklist[$0] == .no }
        unaskedItems = ChecklistItem.allCases.filter { checklist[$0] == nil }
    }

    /// Whether no topic is missing and no item is "no".
    public var isReady: Bool { missingTopics.isEmpty && refusedItems.isEmpty }

    /// Whether every item of the checklist has an answer: the reports' "complete checklist".
    public var isChecklistComplete: Bool { unaskedItems.isEmpty }

    /// One line: ready or not, and what is open.
    public var advice: Phrase {
        var parts: [Phrase] = [
            isReady ? Phrase("Ready to depart", "可以出发") : Phrase("Not ready yet", "尚未准备好")
        ]
        if !missingTopics.isEmpty {
            let codes = missingTopics.map(\.rawValue).joined(separator: " ")
            parts.append(Phrase("topics to cover: \(codes)", "未讲专题：\(codes)"))
        }
        if !refusedItems.isEmpty {
            let count = refusedItems.count
            parts.append(Phrase("checklist items with no: \(count)", "清单中答“否”：\(count)项"))
        }
        if !unaskedItems.isEmpty {
            let count = unaskedItems.count
            parts.append(Phrase("still to ask: \(count)", "还没问：\(count)项"))
        }
        return Phrase.joined(parts, with: .semicolon)
    }
}
