package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.superbill.billing.edittable.Dated;
import org.superbill.billing.edittable.PairRow;
import org.superbill.billing.edittable.PairTable;

/**
 * Two procedures of one patient, provider and day of which NCCI pays one. The row in force on the day decides. Column 2 is denied, unless the row's indicator is 1
 * and either line has an NCCI-associated modifier. Source: NCCI Policy Manual (Medicare), chapter I, sections A and E; the NCCI procedure-to-procedure edit file.
 */
final class NcciPair implements Edit {
    private static final EditRule RULE = new EditRule(
            "ncci-pair",
            2,
            Severity.ERROR,
            "NCCI Policy Manual (Medicare), chapter I, sections A and E; NCCI procedure-to-procedure edits",
            "No procedure is column 2 of an NCCI edit whose column 1 the same provider gives on the same day",
            "Remove the column 2 procedure; where the indicator is 1 and the record shows a separate service, add the modifier that says why (25, 59, XE, XS, RT …)");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var release : claim.context().tables().pairs(claim.setting())) {
            new Check(release, claim, found).run();
        }
    }

    /** One claim against one release, on the days for which it answers. */
    private static final class Check {
        private final Dated.Release<PairTable> release;
        private final KnownClaim claim;
        private final PairTable pairs;
        private final List<ServiceLine> services;
        private final int[] places;
        private final Consumer<Finding> found;
        /** Line, column 1 and column 2 of what was found: over several lines and claims it is said once. */
        private final Set<List<Object>> said = new HashSet<>();

        Check(Dated.Release<PairTable> release, KnownClaim claim, Consumer<Finding> found) {
            this.release = release;
            this.claim = claim;
            this.pairs = release.content();
            this.services = claim.services();
            this.found = found;
            this.places = new int[services.size()];
            for (var i = 0; i < places.length; i++) {
                places[i] = pairs.place(services.get(i).procedureCode());
            }
        }

        void run() {
            for (var i = 0; i < places.length && services.get(i).isOwn(); i++) {
                for (var j = i + 1; places[i] >= 0 && j < places.length; j++) {
                    if (places[j] >= 0 && services.get(i).sameDayAndProvider(services.get(j))) {
                        look(i, j);
                    }
                }
            }
        }

        /** On each day that both have: after the first, those on which another row may be in force. */
        private void look(int one, int other) {
            var first = later(services.get(one).day(), services.get(other).day());
            look(one, other, first);
            look(other, one, first);
            if (services.get(one).through().isAfter(first)
                    && services.get(other).through().isAfter(first)) {
                var last =
                        earlier(services.get(one).through(), services.get(other).through());
                lookAfter(first, one, other, last);
                lookAfter(first, other, one, last);
            }
        }

        private void lookAfter(LocalDate first, int one, int other, LocalDate last) {
            for (var day = changesAfter(first.toEpochDay(), one, other);
                    day <= last.toEpochDay();
                    day = changesAfter(day, one, other)) {
                look(one, other, LocalDate.ofEpochDay(day));
            }
        }

        private long changesAfter(long day, int one, int other) {
            var row = pairs.changesAfter(places[one], places[other], day);
            var answers = release.effectiveFrom().toEpochDay();
            return answers > day ? Math.min(row, answers) : row;
        }

        private void look(int first, int second, LocalDate day) {
            if (!release.equals(claim.context().tables().pairs(claim.setting(), day))) {
                return;
            }
            var one = services.get(first);
            var row = pairs.row(places[first], places[second], day.toEpochDay());
            if (row < 0) {
                return;
            }
            var edit = pairs.at(row);
            var other = services.get(second);
            if (edit.counts() && !isLifted(edit, one, other)) {
                report(edit, one, other);
            }
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? other : one;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }

        private static boolean isLifted(PairRow edit, ServiceLine one, ServiceLine other) {
            return edit.modifierLifts()
                    && (NcciModifiers.anyOf(one.modifiers()) || NcciModifiers.anyOf(other.modifiers()));
        }

        /** At the line that is denied; where that one was sent before, at the line that denies it. */
        private void report(PairRow edit, ServiceLine one, ServiceLine other) {
            var line = other.own() == null ? one.own() : other.own();
            if (line == null || !said.add(List.of(line.number(), edit.column1(), edit.column2()))) {
                return;
            }
            found.accept(TableFinding.of(
                    RULE,
                    line,
                    "procedureCode",
                    message(edit, one, other),
                    row(edit),
                    edit.effectiveFrom(),
                    edit.deletedOn()));
        }

        private static String message(PairRow edit, ServiceLine one, ServiceLine other) {
            return said(other) + " is denied beside " + said(one) + " on the same day by the same provider: "
                    + edit.rationale()
                    + (edit.modifierLifts()
                            ? "; neither has a modifier that tells them apart"
                            : "; no modifier tells them apart");
        }

        private static String said(ServiceLine service) {
            return service.isOwn()
                    ? service.procedureCode() + " in line " + service.number()
                    : service.procedureCode() + ", sent in claim " + service.claimNumber() + ",";
        }

        private String row(PairRow edit) {
            return "NCCI procedure-to-procedure edits, release " + release.label() + ", column 1 " + edit.column1()
                    + ", column 2 " + edit.column2() + ", modifier indicator " + edit.modifierIndicator();
        }
    }
}
