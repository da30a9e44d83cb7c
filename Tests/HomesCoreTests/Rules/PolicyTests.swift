import Testing

@testable import HomesCore

/// S3: every cell of the policy table against an expectation written from the sources (DATA.md,
/// "Roles"; PROMISES.md), not from the table.
@Suite struct PolicyTests {
    /// An action a line; for each role a letter a relation: the own home, another home, the
    /// programme, and in each: hers, open of another, closed of another, no case.
    /// `y` allowed, `g` under broken glass only, `.` refused.
    static let expected = """
        seeToday        ...y........ ...y........ ............ ............ ............
        listResidents   ...y........ ...y........ ............ ............ ............
        findDuplicates  ...y........ ...y........ ............ ............ ............
        seeNames        yy.y........ yyyy........ ............ ............ ............
        openRecord      yygy........ yyyy........ gggggggg.... ............ ............
        writeRecord     yy.y........ yyyy........ ............ ............ ............
        assessRisk      yy.y........ yyyy........ ............ ............ ............
        recordConsent   yy.y........ yyyy........ ............ ............ ............
        closeCase       ............ yyyy........ ............ ............ ............
        voidRecord      yy.y........ yyyy........ ............ ............ ............
        admit           yyyy........ yyyy........ ............ ............ ............
        exit            yyyy........ yyyy........ ............ ............ ............
        seeBeds         ...y........ ...y........ ............ ............ ............
        moveBed         yyyy........ yyyy........ ............ ............ ............
        manageBeds      ...y........ ...y........ ............ ............ ............
        seeSessions     ...y........ ...y........ ............ ............ ............
        recordSession   yyyy........ yyyy........ ............ ............ ............
        seeCallSheet    ...y........ ...y........ ............ ............ ............
        doFollowUp      yyyy........ yyyy........ ............ ............ ............
        seeAlerts       ...y........ ...y........ ...y...y...y ............ ............
        closeAlert      yyyy........ yyyy........ ............ ............ ............
        seePlacements   ...y........ ...y........ ............ ............ ............
        placeHer        yy.y........ yyyy........ ............ ............ ............
        setAsideChecks  ............ yyyy........ ............ ............ ............
        confirmSetAside ............ ............ ...y...y.... ............ ............
        seeEmployers    ...........y ...........y ...........y ............ ............
        writeEmployers  ...........y ...........y ...........y ............ ............
        vetEmployer     ...........y ...........y ...........y ............ ............
        confirmVetting  ............ ...........y ...........y ............ ............
        undo            ...y.......y ...y.......y ...y.......y ...y.......y ...y.......y
        makeReport      ...y...y...y ...y...y...y ...y...y...y ...y...y...y ...y...y...y
        checkFile       ...........y ...........y ...........y ...........y ...........y
        breakGlass      ..y......... ............ yyyyyyyy.... ............ ............
        reviewGlass     ............ ...y........ ............ ............ ............
        sealRecord      ............ yyyy........ ............ ............ ............
        unsealRecord    ............ yyyy........ ............ ............ ............
        confirmUnseal   ............ yyyy........ yyyyyyyy.... ............ ............
        importStays     ...y........ ...y........ ............ ............ ...y...y....
        editRooms       ............ ...y........ ............ ............ ...y...y....
        editRegistry    ............ ............ ............ ............ ...........y
        importRegistry  ............ ............ ............ ............ ...........y
        manageUsers     ............ ............ ............ ............ ...........y
        confirmGrant    ............ ...........y ...........y ............ ...........y
        reviewBrowsing  ............ ...y........ ............ ............ ............
        """
    //                  caseworker   manager      supervisor   officer      administrator

    private static let roles: [Role] = [
        .caseworker, .homeManager, .supervisor, .dataOfficer, .admin,
    ]

    /// The cells that differ from the expectation, and how many there are.
    private func compare(
        _ grant: (Role, StaffAction, Relation) -> Grant
    ) -> (cells: Int, wrong: [String]) {
        var cells = 0
        var wrong: [String] = []
        for line in PolicyTests.expected.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            guard let action = StaffAction(rawValue: parts[0]), parts.count == 6 else {
                wrong.append(parts[0])
                continue
            }
            for (role, letters) in zip(PolicyTests.roles, parts.dropFirst()) {
                for (relation, letter) in zip(Relation.all, letters) {
                    cells += 1
                    let said: Character =
                        switch grant(role, action, relation) {
                        case .yes: "y"
                        case .glass: "g"
                        case .no: "."
                        }
                    if said != letter { wrong.append("\(action) \(role) \(relation)") }
                }
            }
        }
        return (cells, wrong)
    }

    @Test func `every cell of the table is as the sources say`() {
        let (cells, wrong) = compare(Policy.grant)
        #expect(wrong.isEmpty)
        #expect(Role.allCases.count == PolicyTests.roles.count)
        #expect(cells == StaffAction.allCases.count * Role.allCases.count * Relation.all.count)
        print("S3: \(cells) cells of the policy table asserted")
    }

    @Test func `every action has one line in the table and in the expectation`() {
        let lines = PolicyTests.expected.split(separator: "\n").compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        #expect(lines.sorted() == StaffAction.allCases.map(\.rawValue).sorted())
        #expect(
            Policy.table.map(\.action.rawValue).sorted()
                == StaffAction.allCases.map(\.rawValue).sorted())
    }

    @Test func `a flipped cell is noticed, whichever it is`() {
        var unnoticed = 0
        for action in StaffAction.allCases {
            for role in Role.allCases {
                let relation = Relation.all[(action.rawValue.count + role.rawValue.count) % 12]
                let (_, wrong) = compare { asked, about, record in
                    let said = Policy.grant(asked, about, record)
                    guard asked == role, about == action, record == relation else { return said }
                    return said == .yes ? .no : .yes
                }
                if wrong.count != 1 { unnoticed += 1 }
            }
        }
        #expect(unnoticed == 0)
    }
}
