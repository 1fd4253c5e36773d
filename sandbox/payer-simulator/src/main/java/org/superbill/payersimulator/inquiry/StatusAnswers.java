package org.superbill.payersimulator.inquiry;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.Envelopes;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.payersimulator.claims.PayerClaim;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.payersimulator.scenario.Scenarios;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.Unit;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.status.response.ClaimStatusResponse;

/**
 * Answers a 276 by a 277 (005010X212) from the payer's books. A claim is found by the payer's number (REF*1K) or the sender's (REF*EJ), and only for
 * the account and the member whose it is.
 */
@Singleton
public class StatusAnswers {
    private static final Guide GUIDE = Guide.STATUS_RESPONSE_277;
    private static final AnsweredLevels LEVELS = new AnsweredLevels(GUIDE);
    private static final int LONGEST_NUMBER = 30;

    private final PayerClaims claims;
    private final PayerClock clock;
    private final Scenarios scenarios;
    private final Mailboxes mailboxes;
    private final Envelopes envelopes;

    StatusAnswers(PayerClaims claims, PayerClock clock, Scenarios scenarios, Mailboxes mailboxes, Envelopes envelopes) {
        this.claims = claims;
        this.clock = clock;
        this.scenarios = scenarios;
        this.mailboxes = mailboxes;
        this.envelopes = envelopes;
    }

    /** @param asked subscribers (loop 2000D) of one functional group; one 277 for each transaction set */
    public void answer(String account, Route route, List<Unit> asked) {
        asked.stream()
                .collect(Collectors.groupingBy(
                        unit -> unit.set().controlNumber(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(set -> mailboxes.deliver(account, "277", envelopes.of(route, GUIDE, answer(account, set))));
    }

    private ClaimStatusResponse answer(String account, List<Unit> asked) {
        var number = asked.get(0).ancestor("").required("BHT").element(3);
        return new ClaimStatusResponse(new LoopBuilder(GUIDE.root())
                .segment(
                        "BHT",
                        "0010",
                        "08",
                        number.substring(0, Math.min(number.length(), LONGEST_NUMBER)),
                        Segment.format(clock.today()),
                        "1200",
                        "DG")
                .addAll(LEVELS.of(List.of("2000A", "2000B", "2000C"), asked, unit -> subscriber(account, unit.loop())))
                .build());
    }

    private Loop subscriber(String account, Loop asked) {
        var memberId = asked.required("2100D", loop -> loop).required("NM1").element(9);
        var level = LEVELS.level(asked);
        asked.loops("2200D", claim -> claim(account, memberId, claim)).forEach(level::add);
        for (var dependent : asked.loops("2000E", loop -> loop)) {
            var patient = LEVELS.level(dependent);
            dependent.loops("2200E", claim -> claim(account, memberId, claim)).forEach(patient::add);
            level.add(patient.build());
        }
        return level.build();
    }

    private Loop claim(String account, String memberId, Loop asked) {
        var answer = new LoopBuilder(GUIDE.loop(asked.id()))
                .segment("TRN", "2", asked.required("TRN").element(2));
        var known = find(account, memberId, asked).orElse(null);
        if (known == null) {
            var charge = asked.segment("AMT", "T3");
            return answer.add(Standing.unknown(clock.today()).stc(charge == null ? null : charge.decimal(2)))
                    .add(asked.segment("REF", "EJ"))
                    .add(asked.segment("DTP", "472"))
                    .build();
        }
        var claim = known.claim();
        return answer.add(Standing.of(known, scenarios.named(known.scenario())).stc(claim.charge()))
                .segment("REF", "1K", claim.payerClaimNumber())
                .segment("REF", "EJ", claim.claimNumber())
                .add(days(claim).dtp())
                .build();
    }

    private Optional<PayerClaim> find(String account, String memberId, Loop asked) {
        var payers = reference(asked, "1K");
        var senders = reference(asked, "EJ");
        var number = payers == null && senders != null ? SubmittedClaim.payerClaimNumber(account, senders) : payers;
        return Optional.ofNullable(number)
                .flatMap(claims::find)
                .filter(known -> known.claim().account().equals(account)
                        && known.claim().memberId().equals(memberId));
    }

    private static @Nullable String reference(Loop asked, String qualifier) {
        var ref = asked.segment("REF", qualifier);
        return ref == null ? null : ref.value(2);
    }

    private static DatePeriod days(SubmittedClaim claim) {
        List<LocalDate> days =
                claim.lines().stream().map(Line::serviceDate).sorted().toList();
        return new DatePeriod("472", days.get(0), days.get(days.size() - 1));
    }
}
