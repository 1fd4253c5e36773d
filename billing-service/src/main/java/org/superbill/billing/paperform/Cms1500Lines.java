package org.superbill.billing.paperform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Services;
import org.superbill.events.EncounterCoded;

/** Item 24: six services, each with a shaded line above it for what else is to be said. */
record Cms1500Lines(ClaimFacts facts) {
    private static final int FIRST_LINE = 43;
    private static final int LINES_OF_A_SERVICE = 2;

    void put(FormPage page, List<EncounterCoded.Line> lines) {
        for (int at = 0; at < lines.size(); at++) {
            put(page, FIRST_LINE + at * LINES_OF_A_SERVICE, lines.get(at));
        }
    }

    private void put(FormPage page, int shaded, EncounterCoded.Line line) {
        var more = line.more();
        page.put(shaded, 1, 61, supplement(line));
        var at = shaded + 1;
        page.date(at, 1, 4, 7, line.serviceDate(), false)
                .date(at, 10, 13, 16, more.through() == null ? line.serviceDate() : more.through(), false)
                .put(
                        at,
                        19,
                        2,
                        Objects.requireNonNullElse(
                                more.placeOfService(), facts.location().placeOfService()))
                .put(at, 22, 1, Boolean.TRUE.equals(more.emergency()) ? "Y" : null)
                .put(at, 25, 6, line.procedureCode())
                .put(at, 45, 4, letters(line.diagnosisPointers()))
                .money(at, 57, line.chargeCents())
                .put(at, 59, 4, plain(units(line)))
                .put(
                        at,
                        68,
                        10,
                        facts.renderingOf(line).orElse(facts.rendering()).npi());
        for (int modifier = 0; modifier < line.modifiers().size(); modifier++) {
            page.put(at, 33 + 3 * modifier, 2, line.modifiers().get(modifier));
        }
        var referral = facts.encounter().details().epsdtReferral();
        if (Boolean.TRUE.equals(more.epsdt()) && referral != null) { // 24H, shaded
            page.put(shaded, 63, 2, referral.get(0));
        }
        if (Boolean.TRUE.equals(more.epsdt()) || Boolean.TRUE.equals(more.familyPlanning())) {
            page.put(at, 63, 1, Boolean.TRUE.equals(more.epsdt()) ? "E" : "F");
        }
    }

    /** What the drug is, how long anaesthesia took, what an unlisted code stands for; three blanks between. Source: NUCC instructions, item 24. */
    private static String supplement(EncounterCoded.Line line) {
        var more = line.more();
        var drug = more.drug();
        return Stream.of(
                        drug == null ? null : "N4%s %s%s".formatted(drug.ndc(), drug.unit(), plain(drug.quantity())),
                        Services.isTimedAnaesthesia(line) ? "7%d MINUTES".formatted(more.minutes()) : null,
                        more.description() == null ? null : "ZZ" + more.description())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("   "));
    }

    private static BigDecimal units(EncounterCoded.Line line) {
        var minutes = line.more().minutes();
        return Services.isTimedAnaesthesia(line) && minutes != null ? BigDecimal.valueOf(minutes) : line.units();
    }

    private static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** Pointers are letters on paper. */
    private static String letters(List<Integer> pointers) {
        return pointers.stream()
                .map(pointer -> String.valueOf((char) ('A' + pointer - 1)))
                .collect(Collectors.joining());
    }
}
