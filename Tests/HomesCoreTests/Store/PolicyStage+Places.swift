import Foundation
import Testing

@testable import HomesCore

extension PolicyStage {
    static let lists: [Line] = [
        Line("today", .seeToday, .home) { stage, home, who in
            _ = try stage.store.today(homeId: home.homeId ?? "", by: who)
        },
        Line("shiftHandover", .seeToday, .home) { stage, home, who in
            _ = try stage.store.shiftHandover(homeId: home.homeId ?? "", by: who)
        },
        Line("residentList", .listResidents, .home) { stage, home, who in
            _ = try stage.store.residentList(homeId: home.homeId ?? "", filter: .all, by: who)
        },
        Line("residentList names", .listResidents, .home) { stage, home, who in
            _ = try stage.store.residentList(
                homeId: home.homeId ?? "", filter: .all, names: true, by: who)
        },
        Line("coverageMatrix", .listResidents, .home) { stage, home, who in
            _ = try stage.store.coverageMatrix(homeId: home.homeId ?? "", by: who)
        },
        Line("bedBoard", .seeBeds, .home) { stage, home, who in
            _ = try stage.store.bedBoard(homeId: home.homeId ?? "", night: stage.today, by: who)
        },
        Line("holdBed", .manageBeds, .home) { stage, home, who in
            try stage.store.holdBed(try home.bed.orSkip().id, from: stage.today, by: who)
        },
        Line("releaseHold", .manageBeds, .home) { stage, home, who in
            try stage.store.releaseHold(
                ofBed: try home.bed.orSkip().id, from: stage.today, by: who)
        },
        Line("closeBed", .manageBeds, .home) { stage, home, who in
            try stage.store.closeBed(try home.bed.orSkip().id, from: stage.today, by: who)
        },
        Line("reopenBed", .manageBeds, .home) { stage, home, who in
            try stage.store.reopenBed(try home.bed.orSkip().id, from: stage.today, by: who)
        },
        Line("sessions", .seeSessions, .home) { stage, home, who in
            _ = try stage.store.sessions(
                homeId: home.homeId ?? "", from: stage.today, to: stage.today, by: who)
        },
        Line("lastGroup", .seeSessions, .home) { stage, home, who in
            _ = try stage.store.lastGroup(homeId: home.homeId ?? "", by: who)
        },
        Line("followUpsDue", .seeCallSheet, .home) { stage, home, who in
            _ = try stage.store.followUpsDue(
                homeId: home.homeId ?? "", on: stage.today, by: who)
        },
        Line("openAlerts", .seeAlerts, .home) { stage, home, who in
            _ = try stage.store.openAlerts(homeId: home.homeId, by: who)
        },
        Line("openAlerts of all", .seeAlerts, .programme) { stage, _, who in
            _ = try stage.store.openAlerts(homeId: nil, by: who)
        },
        Line("placements", .seePlacements, .home) { stage, home, who in
            _ = try stage.store.placements(homeId: home.homeId ?? "", by: who)
        },
        Line("serviceLedger", .seePlacements, .home) { stage, home, who in
            _ = try stage.store.serviceLedger(homeId: home.homeId ?? "", by: who)
        },
        Line("candidates", .seePlacements, .home) { stage, home, who in
            _ = try stage.store.candidates(
                offerId: stage.offer.id, homeId: home.homeId ?? "", by: who)
        },
        Line("glassToReview", .reviewGlass, .home) { stage, home, who in
            _ = try stage.store.glassToReview(homeId: home.homeId ?? "", by: who)
        },
        Line("addRoom", .editRooms, .home) { stage, home, who in
            var room = Room()
            room.homeId = home.homeId ?? ""
            room.name = "9"
            try stage.store.addRoom(room, by: who)
        },
        Line("addBed", .editRooms, .home) { stage, home, who in
            try stage.store.addBed(HouseFixture.bed(try home.room.orSkip(), 99), by: who)
        },
        Line("endInventory", .editRooms, .home) { stage, home, who in
            try stage.store.endInventory(
                ofBed: try home.bed.orSkip().id, from: stage.today, by: who)
        },
        Line("admit", .admit, .ownHome) { stage, _, who in
            try stage.store.admit(Intake(), by: who)
        },
        Line("possibleDuplicates", .findDuplicates, .ownHome) { stage, _, who in
            _ = try stage.store.possibleDuplicates(of: stage.women[0].person, by: who)
        },
        Line("importStays", .importStays, .ownHome) { stage, _, who in
            _ = try stage.store.importStays([], by: who)
        },
        Line("browsingAlarms", .reviewBrowsing, .ownWork) { stage, _, who in
            _ = try stage.store.browsingAlarms(by: who)
        },
        Line("undo", .undo, .ownWork) { stage, _, who in
            try stage.store.undo(operationId: "none", by: who)
        },
        Line("lastUndoable", .undo, .ownWork) { stage, _, who in
            _ = try stage.store.lastUndoable(by: who)
        },
    ]

    static let programme: [Line] =
        jobs + [
            Line("make report", .makeReport, .programme) { stage, _, who in
                guard let night = ReportPeriod(first: stage.today, last: stage.today) else {
                    throw Skipped()
                }
                _ = try stage.store.make(.occupancy, ReportRequest(period: night, signature: who))
            },
            Line("check", .checkFile, .programme) { stage, _, who in
                _ = try stage.store.check(by: who)
            },
            Line("addHome", .editRegistry, .programme) { stage, _, who in
                try stage.store.addHome(HouseFixture.home("AH-077", "340121"), by: who)
            },
            Line("editHome", .editRegistry, .programme) { stage, _, who in
                try stage.store.editHome(stage.house.home, by: who)
            },
            Line("void home", .editRegistry, .programme) { stage, _, who in
                try stage.store.void(
                    table: Home.table, id: stage.house.dropIn.id, reason: "typed twice", by: who)
            },
            Line("importRegistry", .importRegistry, .programme) { stage, _, who in
                _ = try stage.store.importRegistry(homes: [], beds: [], by: who)
            },
            Line("importWages", .importRegistry, .programme) { stage, _, who in
                _ = try stage.store.importWages([], by: who)
            },
            Line("addUser", .manageUsers, .programme) { stage, _, who in
                var user = User()
                user.userName = "new"
                user.role = .supervisor
                try stage.store.addUser(user, homeIds: [], by: who)
            },
            Line("setHomes", .manageUsers, .programme) { stage, _, who in
                try stage.store.setHomes(
                    of: stage.house.elsewhere.userId, to: [stage.house.home.id], by: who)
            },
            Line("setRole", .manageUsers, .programme) { stage, _, who in
                try stage.store.setRole(
                    of: stage.officer.userId, to: .supervisor, homeIds: [], by: who)
            },
            Line("disableUser", .manageUsers, .programme) { stage, _, who in
                try stage.store.disableUser(stage.house.elsewhere.userId, by: who)
            },
            Line("issuePassword", .manageUsers, .programme) { stage, _, who in
                _ = try stage.store.issuePassword(to: stage.officer.userId, by: who)
            },
        ]

    private static let jobs: [Line] = [
        Line("employers", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.employers(by: who)
        },
        Line("employer", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.employer(stage.employer.id, by: who)
        },
        Line("employerPage", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.employerPage(stage.employer.id, by: who)
        },
        Line("alikeEmployers", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.alikeEmployers(stage.employer, by: who)
        },
        Line("addEmployerName", .writeEmployers, .programme) { stage, _, who in
            var name = EmployerName()
            name.employerId = stage.employer.id
            name.name = "又一个名字" + UUID().uuidString
            name.knownSince = who.today
            try stage.store.addEmployerName(name, by: who)
        },
        Line("addEmployerContact", .writeEmployers, .programme) { stage, _, who in
            var contact = EmployerContact()
            contact.employerId = stage.employer.id
            contact.name = "门卫"
            try stage.store.addEmployerContact(contact, by: who)
        },
        Line("recordEmployerVisit", .writeEmployers, .programme) { stage, _, who in
            var visit = EmployerVisit()
            visit.employerId = stage.employer.id
            visit.visitedOn = who.today
            visit.finding = .good
            try stage.store.recordEmployerVisit(visit, by: who)
        },
        Line("offers", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.offers(by: who)
        },
        Line("offer", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.offer(stage.offer.id, by: who)
        },
        Line("checkOffer for nobody", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.checkOffer(stage.offer.id, by: who)
        },
        Line("draftPage", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.draftPage(of: stage.offer, by: who)
        },
        Line("offerPage", .seeEmployers, .programme) { stage, _, who in
            _ = try stage.store.offerPage(stage.offer.id, by: who)
        },
        Line("registerEmployer", .writeEmployers, .programme) { stage, _, who in
            var employer = Employer()
            employer.org_Name = "丽人发廊"
            try stage.store.registerEmployer(employer, by: who)
        },
        Line("editEmployer", .writeEmployers, .programme) { stage, _, who in
            try stage.store.editEmployer(stage.employer, by: who)
        },
        Line("recordOffer", .writeEmployers, .programme) { stage, _, who in
            try stage.store.recordOffer(stage.offer, by: who)
        },
        Line("editOffer", .writeEmployers, .programme) { stage, _, who in
            try stage.store.editOffer(stage.offer, by: who)
        },
        Line("void offer", .writeEmployers, .programme) { stage, _, who in
            try stage.store.void(
                table: JobOffer.table, id: stage.offer.id, reason: "typed twice", by: who)
        },
        Line("approveEmployer", .vetEmployer, .programme) { stage, _, who in
            try stage.store.approveEmployer(
                stage.employer.id, status: .suspended, reason: "no licence", by: who)
        },
    ]
}
