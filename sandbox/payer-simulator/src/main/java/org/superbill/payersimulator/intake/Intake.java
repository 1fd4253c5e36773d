package org.superbill.payersimulator.intake;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.superbill.payersimulator.Envelopes;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.StateDirectory;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.payersimulator.inquiry.EligibilityAnswers;
import org.superbill.payersimulator.inquiry.StatusAnswers;
import org.superbill.payersimulator.payment.PaymentRun;
import org.superbill.payersimulator.scenario.Scenario;
import org.superbill.payersimulator.scenario.Scenarios;
import org.superbill.x12.Interchange;
import org.superbill.x12.InterchangeAcknowledgment;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Handler;
import org.superbill.x12.acknowledgment.Acknowledger;
import org.superbill.x12.acknowledgment.FunctionalAcknowledgment;
import org.superbill.x12.acknowledgment.GroupResult;
import org.superbill.x12.acknowledgment.InterchangeResult;
import org.superbill.x12.acknowledgment.TransactionResult;
import org.superbill.x12.check.Checker;
import org.superbill.x12.check.SnipLevel;
import org.superbill.x12.guide.Guide;

/** The front door: reads a file, acknowledges it, and hands what its good transaction sets ask on: claims (837P, 837I), their status (276), eligibility (270). */
@Singleton
public class Intake {
    /** GS01 of 999s, which no 999 answers (005010X231A1). */
    private static final String ACKNOWLEDGMENTS = "FA";
    /** TA105: the control number was used before; a segment stands where none may. */
    private static final String DUPLICATE = "025";

    private static final String STRAY_SEGMENT = "024";

    /** What a claim says of itself is checked too; of that the 277CA tells. */
    private static final Checker CHECKER = Checker.upTo(SnipLevel.SITUATION);

    private final StateDirectory state;
    private final Mailboxes mailboxes;
    private final Envelopes envelopes;
    private final ClaimIntake claims;
    private final StatusAnswers statuses;
    private final EligibilityAnswers eligibility;
    private final Scenarios scenarios;
    private final PayerClaims books;
    private final PayerClock clock;
    private final PaymentRun payments;

    Intake(
            StateDirectory state,
            Mailboxes mailboxes,
            Envelopes envelopes,
            ClaimIntake claims,
            StatusAnswers statuses,
            EligibilityAnswers eligibility,
            Scenarios scenarios,
            PayerClaims books,
            PayerClock clock,
            PaymentRun payments) {
        this.books = books;
        this.clock = clock;
        this.payments = payments;
        this.statuses = statuses;
        this.eligibility = eligibility;
        this.scenarios = scenarios;
        this.state = state;
        this.mailboxes = mailboxes;
        this.envelopes = envelopes;
        this.claims = claims;
    }

    /**
     * Takes a file and puts the answers into the account's mailbox. The same bytes are taken once. A file that was written on a later day than the payer's
     * takes its clock along, and what is due by then is paid.
     *
     * @return the file's id
     * @throws IllegalArgumentException when there is no readable interchange, so that nobody can be answered
     */
    public synchronized String take(String account, byte[] x12) {
        if (!Mailboxes.isAccount(account)) {
            throw new IllegalArgumentException("Not an account");
        }
        var id = id(x12);
        var kept = state.folder("received/" + account).resolve(id + ".837");
        if (!Files.exists(kept)) {
            var before = clock.today();
            answer(account, id, x12);
            StateDirectory.write(kept, x12);
            if (clock.today().isAfter(before)) {
                payments.run();
            }
        }
        return id;
    }

    private void answer(String account, String id, byte[] x12) {
        var acknowledger = new Acknowledger();
        var received = new ArrayList<Unit>();
        var acknowledging = new HashSet<Interchange>();
        Set<X12Error> ofClaims = Collections.newSetFromMap(new IdentityHashMap<>());
        var collector = new X12Handler() {
            @Override
            public void interchangeAcknowledgment(Interchange interchange, InterchangeAcknowledgment acknowledgment) {
                acknowledging.add(interchange);
            }

            @Override
            public void unit(Unit unit) {
                received.add(unit);
                if (ReceivedClaim.isOne(unit)) {
                    unit.errors().stream().filter(ClaimFindings::isOfOneClaim).forEach(ofClaims::add);
                }
            }
        };
        try {
            CHECKER.reader().read(new ByteArrayInputStream(x12), X12Handler.all(acknowledger, collector));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (acknowledger.interchanges().isEmpty()) {
            throw new IllegalArgumentException("There is no readable interchange in the file");
        }
        var interchanges = acknowledger.interchanges();
        for (var i = 0; i < interchanges.size(); i++) {
            var number = i + 1;
            var result = interchanges.get(i);
            answer(
                    account,
                    id + '#' + number,
                    withoutErrorsOf(ofClaims, result),
                    received.stream()
                            .filter(unit -> unit.set().interchangeNumber() == number)
                            .toList(),
                    acknowledging.contains(result.interchange()),
                    number == interchanges.size() && !acknowledger.fileErrors().isEmpty());
        }
    }

    /** What is wrong with one claim does not reject those beside it: the 277CA tells it. */
    private static InterchangeResult withoutErrorsOf(Set<X12Error> claims, InterchangeResult result) {
        if (claims.isEmpty()) {
            return result;
        }
        var groups = result.groups().stream()
                .map(group -> new GroupResult(
                        group.group(),
                        group.includedCount(),
                        group.transactions().stream()
                                .map(set -> new TransactionResult(
                                        set.set(),
                                        set.errors().stream()
                                                .filter(error -> !claims.contains(error))
                                                .toList(),
                                        set.claims()))
                                .toList(),
                        group.errors()))
                .toList();
        return new InterchangeResult(result.interchange(), groups, result.errors());
    }

    /**
     * @param file the file and the place of the interchange in it
     * @param acknowledges whether it carries a TA1: no TA1 answers it, else two who ask for TA1s would answer each other for ever
     * @param besideJunk whether the file has something outside of interchanges: a TA1 for the last of them tells it
     */
    private void answer(
            String account,
            String file,
            InterchangeResult result,
            List<Unit> inside,
            boolean acknowledges,
            boolean besideJunk) {
        if (isAsked(inside, Scenario.Intake.LOSE_FILE)) {
            return;
        }
        var own = result.acknowledgment();
        var refused = isAsked(inside, Scenario.Intake.REFUSE_INTERCHANGE)
                || !acknowledges && !own.isRejected() && !books.isNew(sender(account, result.interchange()), file);
        var acknowledgment = refused
                ? InterchangeAcknowledgment.of(result.interchange(), "R", DUPLICATE)
                : besideJunk && !own.isRejected()
                        ? InterchangeAcknowledgment.of(result.interchange(), "E", STRAY_SEGMENT)
                        : own;
        if (!acknowledges
                && (refused
                        || besideJunk
                        || acknowledgment.isRejected()
                        || result.interchange().acknowledgmentRequested())) {
            mailboxes.deliver(
                    account,
                    "TA1",
                    envelopes.of(route(result), writer -> writer.interchangeAcknowledgment(acknowledgment)));
        }
        if (!refused && !acknowledgment.isRejected()) {
            for (var i = 0; i < result.groups().size(); i++) {
                var number = i + 1;
                var group = result.groups().get(i);
                if (!group.group().functionalCode().equals(ACKNOWLEDGMENTS)) {
                    answer(
                            account,
                            result,
                            group,
                            inside.stream()
                                    .filter(unit -> unit.set().groupNumber() == number)
                                    .toList());
                }
            }
        }
    }

    private static String sender(String account, Interchange interchange) {
        return String.join(
                "|",
                account,
                interchange.senderQualifier(),
                interchange.sender(),
                interchange.receiverQualifier(),
                interchange.receiver(),
                interchange.usage(),
                interchange.controlNumber());
    }

    private void answer(String account, InterchangeResult interchange, GroupResult group, List<Unit> ofGroup) {
        var route = route(interchange, group);
        if (isAsked(ofGroup, Scenario.Intake.REFUSE_GROUP)) {
            mailboxes.deliver(account, "999", envelopes.of(route, Guide.ACKNOWLEDGMENT_999, refusal(group)));
            return;
        }
        var accepted =
                ofGroup.stream().filter(unit -> group.accepts(unit.set())).toList();
        accepted.stream()
                .map(unit -> unit.ancestor("").segment("BHT"))
                .filter(Objects::nonNull)
                .map(bht -> bht.date(4))
                .filter(Objects::nonNull)
                .forEach(clock::follow);
        mailboxes.deliver(account, "999", envelopes.of(route, Guide.ACKNOWLEDGMENT_999, group.acknowledgment()));
        var claimsInside = claims(accepted);
        if (!claimsInside.isEmpty()) {
            claims.take(account, route, claimsInside);
        }
        statuses.answer(account, route, of(Guide.STATUS_REQUEST_276, accepted));
        eligibility.answer(account, route, of(Guide.ELIGIBILITY_INQUIRY_270, accepted));
    }

    private static List<ReceivedClaim> claims(List<Unit> units) {
        return units.stream()
                .filter(ReceivedClaim::isOne)
                .map(ReceivedClaim::new)
                .toList();
    }

    private static List<Unit> of(Guide guide, List<Unit> units) {
        return units.stream().filter(unit -> unit.set().guide() == guide).toList();
    }

    /** A 999 that rejects a group in which nothing is wrong. */
    private static FunctionalAcknowledgment refusal(GroupResult group) {
        var count = String.valueOf(group.transactions().size());
        var refusal = new LoopBuilder(Guide.ACKNOWLEDGMENT_999.root())
                .segment(
                        "AK1",
                        group.group().functionalCode(),
                        group.group().controlNumber(),
                        group.group().version());
        for (var transaction : group.transactions()) {
            var set = transaction.set();
            refusal.add(new LoopBuilder(Guide.ACKNOWLEDGMENT_999.loop("2000"))
                    .segment("AK2", set.code(), set.controlNumber(), set.version())
                    .segment("IK5", "R", "5")
                    .build());
        }
        return new FunctionalAcknowledgment(
                refusal.segment("AK9", "R", count, count, "0").build());
    }

    private boolean isAsked(List<Unit> units, Scenario.Intake intake) {
        return claims(units).stream()
                .anyMatch(claim ->
                        scenarios.of(claim.memberId(), claim.claimNumber()).intake() == intake);
    }

    private static Route route(InterchangeResult result) {
        return result.groups().isEmpty()
                ? route(result, "", "")
                : route(result, result.groups().get(0));
    }

    private static Route route(InterchangeResult result, GroupResult group) {
        return route(result, group.group().sender(), group.group().receiver());
    }

    private static Route route(InterchangeResult result, String groupSender, String groupReceiver) {
        var interchange = result.interchange();
        return new Route(
                interchange.senderQualifier(),
                interchange.sender(),
                interchange.receiverQualifier(),
                interchange.receiver(),
                groupSender,
                groupReceiver,
                interchange.usage());
    }

    private static String id(byte[] x12) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(x12), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
