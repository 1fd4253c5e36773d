package org.superbill.x12.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.BeginningOfClaims;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.Demographics;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.part.Reference;
import org.superbill.x12.professional.Loop1000ASubmitter;
import org.superbill.x12.professional.Loop1000BReceiver;
import org.superbill.x12.professional.Loop2000ABillingProvider;
import org.superbill.x12.professional.Loop2000BSubscriber;
import org.superbill.x12.professional.Loop2000CPatient;
import org.superbill.x12.professional.Loop2010AABillingProviderName;
import org.superbill.x12.professional.Loop2010BASubscriberName;
import org.superbill.x12.professional.Loop2010BBPayerName;
import org.superbill.x12.professional.Loop2010CAPatientName;
import org.superbill.x12.professional.Loop2300Claim;
import org.superbill.x12.professional.Loop2310BRenderingProvider;
import org.superbill.x12.professional.Loop2400ServiceLine;
import org.superbill.x12.professional.ProfessionalClaimWriter;

/** Invented 837P files, the same for the same seed. */
public final class GeneratedClaims implements GeneratedFile {
    private static final int CLAIMS_OF_A_SET = 5_000;

    private final Random random;
    private final Invented invented;
    private int number;

    public GeneratedClaims(long seed) {
        random = new Random(seed);
        invented = new Invented(random);
    }

    /** From SUPERBILL to PAYER, number 1. */
    public static Interchange.Builder interchange() {
        return Invented.interchange();
    }

    @Override
    public long write(OutputStream out, long claims, long bytes) throws IOException {
        var counting = new CountingStream(out);
        var writer = X12Writer.to(counting);
        writer.startInterchange(interchange().build());
        writer.startGroup(
                FunctionalGroup.of("HC", "SUPERBILL", "PAYER", Invented.AT, 1, Guide.PROFESSIONAL_837.version()));
        long written = 0;
        for (int set = 1; written < claims || counting.count() < bytes; set++) {
            written += set(writer, set, claims - written, bytes, counting);
        }
        writer.endGroup();
        writer.endInterchange();
        writer.flush();
        return written;
    }

    private long set(X12Writer writer, int setNumber, long claims, long bytes, CountingStream counting)
            throws IOException {
        var set = new ProfessionalClaimWriter(writer);
        set.start(
                "%04d".formatted(setNumber),
                BeginningOfClaims.original("BATCH" + setNumber, Invented.AT, "CH"),
                Loop1000ASubmitter.of(
                        EntityName.organization("SUPERBILL CLINIC").id("46", "SB1"),
                        Contact.telephone("IC", "BILLING", "5550100000", null)),
                Loop1000BReceiver.of(EntityName.organization("PAYER").id("46", "P1")));
        long written = 0;
        while (written < CLAIMS_OF_A_SET && (written < claims || counting.count() < bytes)) {
            var provider = provider();
            for (int subscribers = invented.upTo(20); subscribers > 0 && written < CLAIMS_OF_A_SET; subscribers--) {
                boolean self = random.nextBoolean();
                var subscriber = subscriber(self);
                var patient = self ? null : patient();
                for (int count = invented.upTo(2); count > 0 && written < CLAIMS_OF_A_SET; count--) {
                    if (written < claims || counting.count() < bytes) {
                        set.claim(provider, subscriber, patient, claim());
                        written++;
                    }
                }
            }
        }
        set.end();
        return written;
    }

    public Loop2000ABillingProvider provider() {
        return Loop2000ABillingProvider.of(
                "203BF0100Y",
                Loop2010AABillingProviderName.of(
                        EntityName.organization("CLINIC " + random.nextInt(1000))
                                .npi(invented.npi()),
                        address(),
                        new Reference("EI", "587654321")),
                null);
    }

    public Loop2000BSubscriber subscriber(boolean self) {
        return Loop2000BSubscriber.of(
                "P",
                self,
                random.nextBoolean() ? "GRP" + random.nextInt(100) : null,
                null,
                null,
                "CI",
                Loop2010BASubscriberName.of(
                        person().id("MI", invented.memberId()), self ? address() : null, self ? birth() : null),
                Loop2010BBPayerName.of(EntityName.organization("KEY INSURANCE").id("PI", "999996666"), null));
    }

    public Loop2000CPatient patient() {
        return Loop2000CPatient.of("19", Loop2010CAPatientName.of(person(), address(), birth()));
    }

    public Loop2300Claim claim() {
        var lines = new ArrayList<Loop2400ServiceLine>();
        var total = BigDecimal.ZERO;
        var distinct = new LinkedHashSet<String>();
        for (int count = invented.upTo(4); count > 0; count--) {
            distinct.add(invented.diagnosis());
        }
        var diagnoses = List.copyOf(distinct);
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            var charge = BigDecimal.valueOf(invented.charge(), 2);
            total = total.add(charge);
            lines.add(line(lines.size() + 1, charge, 1 + random.nextInt(diagnoses.size())));
        }
        var claim = Loop2300Claim.builder("C%09d".formatted(++number), total)
                .placeOfService("11")
                .diagnoses(diagnoses);
        if (random.nextInt(3) == 0) {
            claim.renderingProvider(Loop2310BRenderingProvider.of(person().npi(invented.npi()), "207Q00000X"));
        }
        if (random.nextInt(4) == 0) {
            claim.clearinghouseNumber("D9" + random.nextInt(1_000_000_000));
        }
        lines.forEach(claim::serviceLine);
        return claim.build();
    }

    private Loop2400ServiceLine line(int lineNumber, BigDecimal charge, int pointer) {
        var procedure = random.nextInt(4) == 0
                ? Procedure.hcpcs(invented.procedure(), "25")
                : Procedure.hcpcs(invented.procedure());
        return Loop2400ServiceLine.builder(lineNumber, procedure, charge)
                .units("UN", BigDecimal.valueOf(1 + random.nextInt(3)))
                .diagnosisPointers(List.of(pointer))
                .serviceDate(DatePeriod.on("472", invented.service()))
                .lineControlNumber(number + "-" + lineNumber)
                .build();
    }

    private EntityName person() {
        return EntityName.person(invented.last(), invented.first()).middle(random.nextInt(3) == 0 ? "Q" : null);
    }

    private Address address() {
        return Address.of(invented.street(), "SPRINGFIELD", "FL", "331110001");
    }

    private Demographics birth() {
        return new Demographics(invented.birth(), invented.sex());
    }
}
