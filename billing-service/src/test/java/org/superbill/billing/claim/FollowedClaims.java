package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Facts;
import org.superbill.servicekit.problem.Problem;

/** Claims on their way, for the tests of what may be done with them. */
abstract class FollowedClaims {
    static final Moment NOW = new Moment(Instant.parse("2026-03-02T15:00:00Z"), Facts.ON);

    final Facts facts = new Facts();

    static ClaimFacts withNextPayer(ClaimFacts facts) {
        return new ClaimFacts(
                facts.organizationId(),
                facts.encounter(),
                facts.organization(),
                facts.practitioner(),
                facts.location(),
                facts.patient(),
                facts.coverage(),
                facts.payer(),
                List.of(UUID.randomUUID()));
    }

    static Claim queued(ClaimFacts facts) {
        var claim = new Claim(UUID.randomUUID(), 1_000_000, facts, NOW);
        claim.unsent(NOW).scrubbed(List.of());
        claim.unsent(NOW).queue(null);
        return claim;
    }

    static Claim accepted(ClaimFacts facts) {
        var claim = queued(facts);
        send(claim, Transport.ACCEPTED);
        return claim;
    }

    static void send(Claim claim, Transport answer) {
        claim.fromPayer(claim.current(), NOW).sent();
        claim.fromPayer(claim.current(), NOW)
                .answered(
                        answer,
                        List.of(),
                        answer == Transport.ACCEPTED ? "PCN" + claim.current().version() : null,
                        "said so");
    }

    static Claim decided(ClaimFacts facts, Adjudication decision) {
        var claim = accepted(facts);
        claim.fromPayer(claim.current(), NOW).decided(decision, "PCN1", null, ClaimMoney.NOTHING, "835");
        return claim;
    }

    static void submitVoid(Claim claim) {
        claim.next(NOW).takeBack("billed in error");
        claim.unsent(NOW).queue(null);
    }

    static PriorPayer prior(ClaimFacts facts) {
        return new PriorPayer(
                1,
                UUID.randomUUID(),
                facts.payer().payerId(),
                facts.payer().name(),
                facts.payer().payerIdentifier(),
                facts.payer().claimFilingIndicator(),
                facts.coverage(),
                "PCN1",
                new BigDecimal("120"),
                List.of(),
                List.of(),
                LocalDate.parse("2026-03-20"),
                List.of());
    }

    static void assertNotAllowed(Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ClaimProblem.CLAIM_STEP_NOT_ALLOWED));
    }
}
