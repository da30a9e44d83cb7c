@testable import HomesCore

extension PolicyStage {
    /// Papers: what is printed about a woman, of a home, and looked up.
    static let prints: [Line] = [
        Line("printSheet", .printSheet, .woman) { stage, her, who in
            _ = try stage.store.printSheet(
                SheetRequest("intake", about: her.person.id), by: who)
        },
        Line("previewSheet", .printSheet, .woman) { stage, her, who in
            _ = try stage.store.previewSheet(
                SheetRequest("departure-checklist", about: her.person.id), by: who)
        },
        Line("printSheet copy", .copyFile, .woman) { stage, her, who in
            let second = stage.signatures.first {
                $0.userId != who.userId && $0.role == .homeManager
            }
            _ = try stage.store.printSheet(
                SheetRequest("own-file", about: her.person.id),
                second: (second ?? stage.house.worker).proof, by: who)
        },
        Line("printSheet list", .printList, .ownWork) { stage, _, who in
            _ = try stage.store.printSheet(SheetRequest("roster"), by: who)
        },
        Line("papers", .printList, .home) { stage, home, who in
            _ = try stage.store.papers(homeId: home.homeId ?? "", by: who)
        },
        Line("paper", .lookUpPaper, .ownWork) { stage, _, who in
            do {
                _ = try stage.store.paper(
                    SheetSerial(journal: "AH-014", number: 1), by: who)
            } catch StoreError.noSuchRecord {
                // It may look; there is no such paper.
            }
        },
    ]
}

extension Signature {
    /// That she has just typed her password.
    var proof: PasswordProof { PasswordProof(userId: userId, at: at) }
}
