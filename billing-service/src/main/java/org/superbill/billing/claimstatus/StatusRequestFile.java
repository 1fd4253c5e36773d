package org.superbill.billing.claimstatus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.submission.PayerEnvelope;
import org.superbill.events.EncounterCoded;
import org.superbill.events.Sex;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.status.request.ClaimStatusRequest;

/** A 276 (005010X212): one interchange with one transaction set, which asks about claims of one organization to one payer. */
record StatusRequestFile(long controlNumber, Instant writtenAt) {
    private static final Guide GUIDE = Guide.STATUS_REQUEST_276;
    private static final String VERSION = "005010X212";

    /**
     * A claim that is asked about.
     *
     * @param trace TRN02, which comes back in the answer
     */
    record Asked(String trace, ClaimContent claim) {}

    /** @param asked at least one */
    byte[] write(List<Asked> asked) {
        var first = asked.get(0).claim().facts();
        var profile = first.payer().profile();
        var at = LocalDateTime.ofInstant(
                writtenAt, ZoneId.of(first.organization().timeZone()));
        var out = new ByteArrayOutputStream(512 * asked.size());
        try (var writer = X12Writer.to(out, UTF_8, "\n")) {
            writer.startInterchange(PayerEnvelope.interchange(profile.interchange(), at, controlNumber));
            writer.startGroup(PayerEnvelope.group("HR", profile, at, controlNumber, VERSION));
            writer.transaction("0001", new ClaimStatusRequest(document(asked, first, at)));
            writer.endGroup();
            writer.endInterchange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Loop document(List<Asked> asked, ClaimFacts first, LocalDateTime at) {
        var payer = first.payer();
        var provider = level("2000C", "19", "1")
                .add(name(
                        "2100C",
                        "1P",
                        EntityName.organization(first.organization().name())
                                .npi(first.organization().npi())));
        asked.forEach(one -> provider.add(subscriber(one)));
        var receiver = level("2000B", "21", "1")
                .add(name(
                        "2100B",
                        "41",
                        EntityName.organization(first.organization().submitter().name())
                                .id("46", first.organization().submitter().id())))
                .add(provider.build());
        var source = level("2000A", "20", "1")
                .add(name("2100A", "PR", EntityName.organization(payer.name()).id("PI", payer.payerIdentifier())))
                .add(receiver.build());
        return new LoopBuilder(GUIDE.root())
                .segment(
                        "BHT",
                        "0010",
                        "13",
                        "SB%09d".formatted(controlNumber),
                        Segment.format(at.toLocalDate()),
                        "%02d%02d".formatted(at.getHour(), at.getMinute()))
                .add(source.build())
                .build();
    }

    private static Loop subscriber(Asked asked) {
        var facts = asked.claim().facts();
        var patient = facts.patient();
        var memberId = facts.coverage().memberId();
        var subscriber = facts.coverage().subscriber();
        if (facts.patientIsSubscriber() || subscriber == null) {
            return level("2000D", "22", "0")
                    .add(demographics(facts))
                    .add(name(
                            "2100D",
                            "IL",
                            EntityName.person(patient.lastName(), patient.firstName())
                                    .id("MI", memberId)))
                    .add(claim("2200D", asked))
                    .build();
        }
        var dependent = level("2000E", "23", null)
                .add(demographics(facts))
                .add(name("2100E", "QC", EntityName.person(patient.lastName(), patient.firstName())))
                .add(claim("2200E", asked));
        return level("2000D", "22", "1")
                .add(name(
                        "2100D",
                        "IL",
                        EntityName.person(subscriber.lastName(), subscriber.firstName())
                                .id("MI", memberId)))
                .add(dependent.build())
                .build();
    }

    private static Loop claim(String loop, Asked asked) {
        var lines = asked.claim().facts().encounter().lines();
        var dates =
                lines.stream().map(EncounterCoded.Line::serviceDate).sorted().toList();
        return new LoopBuilder(GUIDE.loop(loop))
                .segment("TRN", "1", asked.trace())
                .segment("REF", "EJ", asked.claim().claimNumber())
                .segment(
                        "AMT",
                        "T3",
                        Segment.format(Cents.of(asked.claim().facts().totalChargeCents())
                                .x12()))
                .add(period(dates.get(0), dates.get(dates.size() - 1)))
                .build();
    }

    private static Segment period(LocalDate from, LocalDate to) {
        return new DatePeriod("472", from, to).dtp();
    }

    private static Segment demographics(ClaimFacts facts) {
        return Segment.of(
                "DMG",
                "D8",
                Segment.format(facts.patient().birthDate()),
                sex(facts.patient().sex()));
    }

    /** The guide has no code for a sex that is not known. */
    private static @Nullable String sex(Sex sex) {
        return switch (sex) {
            case female -> "F";
            case male -> "M";
            case unknown -> null;
        };
    }

    private static LoopBuilder level(String loop, String code, @Nullable String child) {
        return new LoopBuilder(GUIDE.loop(loop)).segment("HL", null, null, code, child);
    }

    private static Loop name(String loop, String entity, EntityName name) {
        return new LoopBuilder(GUIDE.loop(loop)).add(name.nm1(entity)).build();
    }
}
