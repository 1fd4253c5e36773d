package org.superbill.payersimulator.intake;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.superbill.x12.professional.ProfessionalClaim;

/** Decides of each claim whether it is accepted into adjudication, says so in a 277CA and keeps it until it is paid. */
@Singleton
class ClaimIntake {
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
    void take(String account, Route route, List<ProfessionalClaim> received) {
        var bySet = new LinkedHashMap<String, List<ProfessionalClaim>>();
        for (var claim : received) {
            bySet.computeIfAbsent(claim.set().controlNumber(), set -> new ArrayList<>())
                    .add(claim);
        }
        bySet.values().forEach(set -> takeSet(account, route, set));
    }

    private void takeSet(String account, Route route, List<ProfessionalClaim> received) {
        var first = received.get(0);
        var mapped =
                received.stream().map(claim -> ClaimMapping.map(account, claim)).toList();
        var today = clock.notBefore(mapped.stream()
                .flatMap(claim -> claim.lines().stream())
                .map(Line::serviceDate)
                .filter(clock::mayHaveCome)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN));
        var answer = ClaimAcknowledgment.builder(
                "CA" + numbers.next(),
                today.atTime(12, 0),
                first.subscriber().payerName().name(),
                first.submitter().name(),
                first.beginning().batchNumber(),
                today);
        var answered = 0;
        for (var i = 0; i < mapped.size(); i++) {
            var claim = mapped.get(i);
            var scenario = scenarios.of(claim.memberId(), claim.claimNumber());
            if (scenario.intake() == Scenario.Intake.LOSE_CLAIM) {
                continue;
            }
            var codes = status(claim, scenario);
            var isAccepted = codes.get(0).isAccepted();
            if (isAccepted && claims.find(claim.payerClaimNumber()).isEmpty()) {
                claims.keep(PayerClaim.received(claim, today, scenario.id()));
                claims.plan(new Due(
                        Due.Party.of(claim, scenario.file().name()),
                        today.plusDays(scenario.payAfterDays()),
                        claim.payerClaimNumber(),
                        Due.PAY));
            }
            answered++;
            answer.claim(
                    received.get(i).billingProvider().billingProviderName().name(),
                    EntityName.person(
                                    claim.patient().lastName(), claim.patient().firstName())
                            .id("MI", claim.memberId()),
                    claim.charge(),
                    Loop2200DClaimStatus.of(
                            claim.claimNumber(),
                            List.of(new ClaimStatus(codes, today, isAccepted, claim.charge(), null)),
                            isAccepted ? claim.payerClaimNumber() : null,
                            claim.clearinghouseNumber(),
                            period(claim),
                            List.of()));
        }
        claims.save();
        if (answered == 0) {
            return; // all of them are lost
        }
        mailboxes.deliver(account, "277CA", envelopes.of(route, Guide.CLAIM_ACKNOWLEDGMENT_277CA, answer.build()));
    }

    /** 277CA categories: A2 accepted into adjudication; A3 and A7 rejected, never adjudicated. */
    private List<StatusCode> status(SubmittedClaim claim, Scenario scenario) {
        var rejection = scenario.rejection();
        if (scenario.intake() == Scenario.Intake.REJECT && rejection != null) {
            return List.of(new StatusCode(rejection.category(), rejection.status(), rejection.entity()));
        }
        if (!claim.lines().stream().map(Line::serviceDate).allMatch(clock::mayHaveCome)) {
            return List.of(StatusCode.of("A7", "187"), StatusCode.of("A7", "510")); // dates of service: a future date
        }
        var original = claim.originalReference();
        if (!claim.frequency().equals("1")
                && (original == null
                        || claims.find(original)
                                .filter(known -> known.claim().account().equals(claim.account()))
                                .isEmpty())) {
            return List.of(new StatusCode("A3", "35", "PR")); // the claim to replace is not known here
        }
        return List.of(new StatusCode("A2", "20", "PR"));
    }

    private static DatePeriod period(SubmittedClaim claim) {
        var dates = claim.lines().stream().map(Line::serviceDate).sorted().toList();
        return new DatePeriod("472", dates.get(0), dates.get(dates.size() - 1));
    }
}
