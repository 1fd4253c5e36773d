package org.superbill.billing.ruleproposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.billing.denial.DenialCategory;
import org.superbill.billing.denial.DenialView;
import org.superbill.billing.denial.PayerType;
import org.superbill.billing.denial.RootCause;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Facts;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;

/** What is offered of a denial would have caught it, whatever the line had already, and passes its own tests. */
class ProposalTest {
    private static final String LONG_REASON = "words ".repeat(100);

    @ParameterizedTest
    @ValueSource(strings = {"4", "5", "6", "7", "11", "50", "15", "197", "29", "97", "236", "16"})
    void theRuleOfADenialWouldHaveCaughtIt(String carc) {
        for (var facts : claims()) {
            var line = facts.encounter().lines().get(0);
            var rule = RuleProposals.rule(
                    new DeniedService(denial(carc, line.lineNumber()), facts, Facts.ON.plusDays(20)),
                    line,
                    Facts.ON.plusDays(40),
                    "biller");
            assertThat(rule.catches(facts, line, Facts.ON.plusDays(20)))
                    .as("%s %s", carc, line)
                    .isTrue();
            assertThat(rule.passesItsTests()).as("%s %s", carc, line).isTrue();
            assertThat(rule.definition().message()).hasSizeLessThanOrEqualTo(300);
        }
    }

    private static List<ClaimFacts> claims() {
        var claims = new ArrayList<ClaimFacts>();
        for (var modifiers : List.of(List.<String>of(), List.of("59"), List.of("25", "KX"))) {
            claims.add(new Facts()
                    .lines(
                            new EncounterCoded.Line(1, "99213", modifiers, BigDecimal.ONE, 100, Facts.ON, List.of(1)),
                            Facts.line(2, "87070", 100))
                    .build());
        }
        var facility = new Facts()
                .lines(new EncounterCoded.Line(1, "99213", List.of(), BigDecimal.ONE, 100, Facts.ON, List.of()));
        claims.add(facility.build());
        var authorized = new Facts();
        authorized.encounter = authorized(authorized.encounter);
        claims.add(authorized.build());
        return claims;
    }

    private static EncounterCoded authorized(EncounterCoded coding) {
        return new EncounterCoded(
                coding.encounterId(),
                1,
                coding.codingCaseId(),
                coding.patientId(),
                coding.practitionerId(),
                coding.locationId(),
                coding.coverageIds(),
                coding.serviceDate(),
                coding.diagnoses(),
                coding.lines(),
                "coder",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new ClaimDetails(null, null, null, null, null, null, "A1", null, null, null, null, null));
    }

    private static DenialView denial(String carc, int line) {
        return new DenialView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                line,
                "CO",
                carc,
                List.of(),
                LONG_REASON,
                100,
                "open",
                Instant.EPOCH,
                DenialCategory.values()[0],
                RootCause.values()[0],
                "appeal",
                50,
                50,
                null,
                PayerType.values()[0],
                false,
                null,
                null);
    }
}
