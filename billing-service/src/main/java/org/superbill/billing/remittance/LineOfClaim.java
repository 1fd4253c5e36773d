package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.events.EncounterCoded;

/**
 * Which line of ours an SVC is about. Several SVC may be about one line (split), and several lines come back under one code
 * (bundled): SVC06 then has the code that was billed. Source: 005010X221A1, 1.10.2.6 and loop 2110. Pure.
 */
final class LineOfClaim {
    private LineOfClaim() {}

    /** By REF*6R; without it by what was billed and its charge, of several by the day and then by the modifiers, where that is not ambiguous. */
    static Optional<EncounterCoded.Line> of(Remitted.Line line, ClaimContent content) {
        var lines = content.facts().encounter().lines();
        var byControl =
                only(lines, ours -> content.lineControlNumber(ours.lineNumber()).equals(line.lineControlNumber()));
        if (byControl.isPresent()) {
            return byControl;
        }
        var charge = Math.abs(line.charge().value());
        var byCharge = meant(
                line,
                lines,
                ours -> ours.billedCode().equals(line.billedProcedureCode()) && ours.chargeCents() == charge);
        return byCharge.isPresent()
                ? byCharge
                : meant(
                        line,
                        lines, // a part of a line that was split
                        ours -> ours.billedCode().equals(line.billedProcedureCode()) && ours.chargeCents() > charge);
    }

    /** Therapy of a month, for instance, has the same procedure and charge on each of its days. */
    private static Optional<EncounterCoded.Line> meant(
            Remitted.Line line, List<EncounterCoded.Line> lines, Predicate<EncounterCoded.Line> fits) {
        var fitting = lines.stream().filter(fits).toList();
        if (fitting.size() <= 1) {
            return fitting.stream().findFirst();
        }
        var ofDay = fitting.stream()
                .filter(ours -> line.serviceDate() == null || ours.serviceDate().equals(line.serviceDate()))
                .toList();
        return ofDay.size() == 1
                ? Optional.of(ofDay.get(0))
                : only(ofDay, ours -> ours.modifiers().equals(line.modifiers()));
    }

    /** Those of our lines that are paid something; an absent one where the claim is. None of a reversal and of an estimate. */
    static List<@Nullable Integer> paid(Remitted.Claim claim, ClaimContent content) {
        if (claim.paid().value() <= 0 || claim.isReversal() || claim.isPredetermination()) {
            return List.of();
        }
        var paid = new ArrayList<@Nullable Integer>();
        paid.add(null);
        claim.lines().stream()
                .filter(line -> line.paid().value() > 0)
                .flatMap(line -> of(line, content).stream())
                .map(EncounterCoded.Line::lineNumber)
                .distinct()
                .forEach(paid::add);
        return paid;
    }

    /** What a CLP that decides less than the whole charge says of which of our lines; nothing of one that decides all, as nearly each does, and of a reversal. */
    static ByLine charges(Remitted.Claim claim, ClaimContent content) {
        var charges = new ByLine();
        if (claim.charge().value() > 0
                && claim.charge().value() < content.facts().totalChargeCents()) {
            claim.lines()
                    .forEach(
                            line -> of(line, content).ifPresent(ours -> charges.add(ours.lineNumber(), line.charge())));
        }
        return charges;
    }

    private static Optional<EncounterCoded.Line> only(
            List<EncounterCoded.Line> lines, Predicate<EncounterCoded.Line> fits) {
        var fitting = lines.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}
