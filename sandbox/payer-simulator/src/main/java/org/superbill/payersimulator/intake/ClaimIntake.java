package org.superbill.payersimulator.intake;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.ControlNumbers;
import org.superbill.payersimulator.Envelopes;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.payersimulator.claims.Due;
import org.superbill.payersimulator.claims.PayerClaim;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.payersimulator.scenario.Scenario;
import org.superbill.payersimulator.scenario.Scenarios;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.claimstatus.ClaimStatus;
import org.superbill.x12.claimstatus.Loop2200DClaimStatus;
import org.superbill.x12.claimstatus.StatusCode;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.EntityName;

/** Decides of each claim whether it is accepted into adjudication, says so in a 277CA and keeps it until it is paid. */
@Singleton
class ClaimIntake {
    private static final List<StatusCode> ACCEPTED = List.of(new StatusCode("A2", "20", "PR"));

    private final PayerClock clock;
    private final PayerClaims claims;
    private final Mailboxes mailboxes;
    private final Envelopes envelopes;
    private final ControlNumbers numbers;
    private final Scenarios scenarios;

    ClaimIntake(
            PayerClock clock,
            PayerClaims claims,
            Mailboxes mailboxes,
            Envelopes envelopes,
            ControlNumbers numbers,
            Scenarios scenarios) {
        this.scenarios = scenarios;
        this.clock = clock;
        this.claims = claims;
        this.mailboxes = mailboxes;
        this.envelopes = envelopes;
        this.numbers = numbers;
    }

    /** @param received of one functional group */
    void take(String account, Route route, List<ReceivedClaim> received) {
        var bySet = new LinkedHashMap<Integer, List<ReceivedClaim>>();
        for (var claim : received) {
            bySet.computeIfAbsent(claim.set().number(), set -> new ArrayList<>())
                    .add(claim);
        }
        bySet.values().forEach(set -> takeSet(account, route, set));
    }

    private void takeSet(String account, Route route, List<ReceivedClaim> received) {
        var first = received.get(0);
        var mapped = received.stream()
                .map(claim -> ClaimMapping.map(account, payerClaimNumber(account, claim), claim))
                .toList();
        var today = clock.today();
        var answer = ClaimAcknowledgment.builder(
                "CA" + numbers.next(),
                today.atTime(12, 0),
                first.payer(),
                first.submitter(),
                first.beginning().batchNumber(),
                today);
        var answered = new AtomicBoolean();
        claims.together(() -> {
            for (var i = 0; i < mapped.size(); i++) {
                var claim = mapped.get(i);
                var scenario = scenarios.of(claim.memberId(), claim.claimNumber());
                if (scenario.intake() != Scenario.Intake.LOSE_CLAIM) {
                    answered.set(true);
                    answer.claim(
                            received.get(i).billingProviderName(),
                            EntityName.person(
                                            claim.patient().lastName(),
                                            claim.patient().firstName())
                                    .id("MI", claim.memberId()),
                            claim.charge(),
                            take(claim, received.get(i), scenario, today));
                }
            }
        });
        if (answered.get()) { // else all of them are lost
            mailboxes.deliver(account, "277CA", envelopes.of(route, Guide.CLAIM_ACKNOWLEDGMENT_277CA, answer.build()));
        }
    }

    /** Another than the usual one where that is taken by the same sender's claim to another payer. */
    private String payerClaimNumber(String account, ReceivedClaim sent) {
        var number = SubmittedClaim.payerClaimNumber(account, sent.claimNumber());
        var payer = Objects.toString(sent.payer().id(), "");
        return claims.find(number)
                .filter(known -> !known.claim().payer().identifier().equals(payer))
                .map(taken -> SubmittedClaim.payerClaimNumber(account, sent.claimNumber() + '|' + payer))
                .orElse(number);
    }

    private static LocalDate lastDay(SubmittedClaim claim) {
        return claim.lines().stream()
                .map(Line::serviceDate)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private Loop2200DClaimStatus take(SubmittedClaim claim, ReceivedClaim sent, Scenario scenario, LocalDate today) {
        var known = claims.find(claim.payerClaimNumber());
        var codes = known.filter(same -> same.claim().isSameAs(claim)).isPresent()
                ? ACCEPTED
                : status(claim, sent, scenario, known.orElse(null), today);
        var isAccepted = codes.get(0).isAccepted();
        if (isAccepted && known.isEmpty()) {
            original(claim).ifPresent(original -> claims.keep(original.replaced(claim.payerClaimNumber())));
            claims.keep(PayerClaim.received(claim, today, scenario.id()));
            claims.plan(new Due(
                    Due.Party.of(claim, scenario.file().name()),
                    today.plusDays(scenario.payAfterDays()),
                    claim.payerClaimNumber(),
                    Due.PAY));
        }
        return Loop2200DClaimStatus.of(
                claim.claimNumber(),
                List.of(new ClaimStatus(codes, today, isAccepted, claim.charge(), null)),
                isAccepted ? claim.payerClaimNumber() : null,
                claim.clearinghouseNumber(),
                period(claim),
                List.of());
    }

    /** 277CA categories: A2 accepted into adjudication; A3 and A7 rejected, never adjudicated. */
    private List<StatusCode> status(
            SubmittedClaim claim,
            ReceivedClaim sent,
            Scenario scenario,
            @Nullable PayerClaim sameNumber,
            LocalDate today) {
        var rejection = scenario.rejection();
        if (scenario.intake() == Scenario.Intake.REJECT && rejection != null) {
            return List.of(new StatusCode(rejection.category(), rejection.status(), rejection.entity()));
        }
        var wrong = ClaimFindings.of(sent, claim);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        var written = sent.beginning().bht().date(4);
        if (written != null && written.isAfter(today)) {
            return List.of(StatusCode.of("A7", "510")); // a future date: too far for the clock to follow
        }
        if (lastDay(claim).isAfter(today)) {
            return List.of(StatusCode.of("A7", "510"), StatusCode.of("A7", "187")); // a future date: that of service
        }
        if (sameNumber != null) { // a duplicate of one that is processed, or that waits
            return List.of(StatusCode.of("A7", sameNumber.isPaid() ? "54" : "78"));
        }
        if (!claim.frequency().equals("1")) {
            var original = original(claim);
            if (original.isEmpty()) {
                return List.of(new StatusCode("A3", "35", "PR")); // the claim to replace is not known here
            }
            if (original.get().replacedBy() != null) {
                return List.of(StatusCode.of("A7", "464")); // the payer's number is no longer that of a claim in force
            }
        }
        return ACCEPTED;
    }

    /** What a replacement or a void names. */
    private Optional<PayerClaim> original(SubmittedClaim claim) {
        return Optional.ofNullable(claim.originalReference())
                .filter(number -> !claim.frequency().equals("1"))
                .flatMap(claims::find)
                .filter(known -> known.claim().account().equals(claim.account()));
    }

    private static DatePeriod period(SubmittedClaim claim) {
        var dates = claim.lines().stream().map(Line::serviceDate).sorted().toList();
        return new DatePeriod("472", dates.get(0), dates.get(dates.size() - 1));
    }
}
