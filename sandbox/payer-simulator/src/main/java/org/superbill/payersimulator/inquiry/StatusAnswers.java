package org.superbill.payersimulator.inquiry;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.Envelopes;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Person;
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
 * the account and the member whose it is. A question without a number is answered with each claim of the patient that has a service on one of the days (DTP*472) and, where
 * it is told, that charge (AMT*T3).
 */
@Singleton
public class StatusAnswers {
    private static final Guide GUIDE = Guide.STATUS_RESPONSE_277;
    private static final AnsweredLevels LEVELS = new AnsweredLevels(GUIDE);
    private static final int LONGEST_NUMBER = 30;
    /** As many as a question without a number is answered with. */
    private static final int MOST = 100;

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
        var member = new Asker(account, memberId, null);
        asked.loops("2200D", loop -> loop)
                .forEach(claim -> answers(member, claim).forEach(level::add));
        for (var dependent : asked.loops("2000E", loop -> loop)) {
            var patient = LEVELS.level(dependent);
            var name = dependent.required("2100E", loop -> loop).required("NM1");
            var person = new Asker(account, memberId, new Person(name.element(3), name.value(4)));
            dependent
                    .loops("2200E", loop -> loop)
                    .forEach(claim -> answers(person, claim).forEach(patient::add));
            level.add(patient.build());
        }
        return level.build();
    }

    /** Whose claims are asked about. @param dependent absent where the patient is the member */
    private record Asker(
            String account, String memberId, @Nullable Person dependent) {
        boolean isPatientOf(SubmittedClaim claim) {
            if (dependent == null || claim.subscriber() == null) {
                return dependent == null && claim.subscriber() == null;
            }
            var first = dependent.firstName();
            return dependent.lastName().equalsIgnoreCase(claim.patient().lastName())
                    && (first == null || first.equalsIgnoreCase(claim.patient().firstName()));
        }
    }

    /** One of each claim that is found; all of them repeat the trace of the question. */
    private List<Loop> answers(Asker asker, Loop asked) {
        var found = find(asker, asked);
        if (found.isEmpty()) {
            var charge = asked.segment("AMT", "T3");
            return List.of(answer(asked)
                    .add(Standing.unknown(clock.today()).stc(charge == null ? null : charge.decimal(2)))
                    .add(asked.segment("REF", "EJ"))
                    .add(asked.segment("DTP", "472"))
                    .build());
        }
        return found.stream().map(known -> answer(known, asked)).toList();
    }

    private static LoopBuilder answer(Loop asked) {
        return new LoopBuilder(GUIDE.loop(asked.id()))
                .segment("TRN", "2", asked.required("TRN").element(2));
    }

    private Loop answer(PayerClaim known, Loop asked) {
        var claim = known.claim();
        var standing = Standing.of(known, scenarios.named(known.scenario()));
        var level = asked.id().substring(asked.id().length() - 1);
        return answer(asked)
                .add(standing.stc(claim.charge()))
                .segment("REF", "1K", claim.payerClaimNumber())
                .segment("REF", "EJ", claim.claimNumber())
                .add(days(claim).dtp())
                .addAll(new AnsweredLines(known, standing, asked.loops("2210" + level, loop -> loop))
                        .of("2220" + level))
                .build();
    }

    private List<PayerClaim> find(Asker asker, Loop asked) {
        var payers = reference(asked, "1K");
        var senders = reference(asked, "EJ");
        var number =
                payers == null && senders != null ? SubmittedClaim.payerClaimNumber(asker.account(), senders) : payers;
        if (number == null) {
            return search(asker, asked);
        }
        return claims
                .find(number)
                .filter(known -> known.claim().account().equals(asker.account())
                        && known.claim().memberId().equals(asker.memberId()))
                .stream()
                .toList();
    }

    private List<PayerClaim> search(Asker asker, Loop asked) {
        var found = new ArrayList<PayerClaim>();
        claims.eachOfMember(asker.account(), asker.memberId(), known -> {
            if (found.size() < MOST && asker.isPatientOf(known.claim()) && isMeant(known.claim(), asked)) {
                found.add(known);
            }
        });
        return found;
    }

    private static boolean isMeant(SubmittedClaim claim, Loop asked) {
        var dtp = asked.segment("DTP", "472");
        var charge = asked.segment("AMT", "T3");
        return (dtp == null || isWithin(claim, DatePeriod.of(dtp)))
                && (charge == null || charge.requiredDecimal(2).compareTo(claim.charge()) == 0);
    }

    private static boolean isWithin(SubmittedClaim claim, DatePeriod days) {
        return claim.lines().stream()
                .map(Line::serviceDate)
                .anyMatch(day -> !day.isBefore(days.from()) && !day.isAfter(days.to()));
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
