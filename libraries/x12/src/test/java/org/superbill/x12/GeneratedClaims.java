package org.superbill.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
public final class GeneratedClaims {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 2, 9, 30);
    private static final String[] LAST = {
        "ABEL", "BAKER", "CHEN", "DIAZ", "EVANS", "FISCHER", "GARCIA", "O'NEIL", "ST. JOHN"
    };
    private static final String[] FIRST = {"ANN", "BO", "CARLA", "DEV", "ELI", "FAYE", "GUS", "HANA"};
    private static final String[] CODES = {"99213", "99214", "90471", "90658", "87070", "86663", "G0299"};
    private static final String[] DIAGNOSES = {"Z23", "J069", "I10", "E119", "M545", "R05", "N390", "F329"};

    private final Random random;
    private int number;

    public GeneratedClaims(long seed) {
        random = new Random(seed);
    }

    public static Interchange.Builder interchange() {
        return Interchange.builder()
                .sender("ZZ", "SUPERBILL")
                .receiver("ZZ", "PAYER")
                .at(AT)
                .controlNumber(1);
    }

    /** Writes one interchange with one transaction set, at least this many claims and bytes. @return the number of claims */
    public int write(OutputStream out, int claims, long bytes) throws IOException {
        var counting = new CountingStream(out);
        var writer = X12Writer.to(counting);
        writer.startInterchange(interchange().build());
        writer.startGroup(FunctionalGroup.of("HC", "SUPERBILL", "PAYER", AT, 1, Guide.PROFESSIONAL_837.version()));
        int written = write(writer, claims, bytes, counting);
        writer.endGroup();
        writer.endInterchange();
        writer.flush();
        return written;
    }

    private int write(X12Writer writer, int claims, long bytes, CountingStream counting) throws IOException {
        var set = new ProfessionalClaimWriter(writer);
        set.start(
                "0001",
                BeginningOfClaims.original("BATCH1", AT, "CH"),
                Loop1000ASubmitter.of(
                        EntityName.organization("SUPERBILL CLINIC").id("46", "SB1"),
                        Contact.telephone("IC", "BILLING", "5550100", null)),
                Loop1000BReceiver.of(EntityName.organization("PAYER").id("46", "P1")));
        int written = 0;
        while (written < claims || counting.count < bytes) {
            var provider = provider();
            for (int subscribers = 1 + random.nextInt(20); subscribers > 0; subscribers--) {
                boolean self = random.nextBoolean();
                var subscriber = subscriber(self);
                var patient = self ? null : patient();
                for (int count = 1 + random.nextInt(2); count > 0; count--) {
                    set.claim(provider, subscriber, patient, claim());
                    written++;
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
                                .npi("1912301953"),
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
                        person().id("MI", "M" + random.nextInt(1_000_000)),
                        self ? address() : null,
                        self ? birth() : null),
                Loop2010BBPayerName.of(EntityName.organization("KEY INSURANCE").id("PI", "999996666"), null));
    }

    public Loop2000CPatient patient() {
        return Loop2000CPatient.of("19", Loop2010CAPatientName.of(person(), address(), birth()));
    }

    public Loop2300Claim claim() {
        var lines = new ArrayList<Loop2400ServiceLine>();
        var total = BigDecimal.ZERO;
        var diagnoses = new ArrayList<String>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            diagnoses.add(pick(DIAGNOSES));
        }
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            var charge = BigDecimal.valueOf(1000 + random.nextInt(40_000), 2);
            total = total.add(charge);
            lines.add(line(lines.size() + 1, charge, 1 + random.nextInt(diagnoses.size())));
        }
        var claim = Loop2300Claim.builder("C%09d".formatted(++number), total)
                .placeOfService("11")
                .diagnoses(diagnoses);
        if (random.nextInt(3) == 0) {
            claim.renderingProvider(Loop2310BRenderingProvider.of(person().npi("1234567893"), "207Q00000X"));
        }
        if (random.nextInt(4) == 0) {
            claim.clearinghouseNumber("D9" + random.nextInt(1_000_000_000));
        }
        lines.forEach(claim::serviceLine);
        return claim.build();
    }

    private Loop2400ServiceLine line(int lineNumber, BigDecimal charge, int pointer) {
        var procedure = random.nextInt(4) == 0 ? Procedure.hcpcs(pick(CODES), "25") : Procedure.hcpcs(pick(CODES));
        return Loop2400ServiceLine.builder(lineNumber, procedure, charge)
                .units("UN", BigDecimal.valueOf(1 + random.nextInt(3)))
                .diagnosisPointers(List.of(pointer))
                .serviceDate(DatePeriod.on("472", LocalDate.of(2026, 3, 1 + random.nextInt(28))))
                .lineControlNumber(number + "-" + lineNumber)
                .build();
    }

    private EntityName person() {
        return EntityName.person(pick(LAST), pick(FIRST)).middle(random.nextInt(3) == 0 ? "Q" : null);
    }

    private Address address() {
        return Address.of((1 + random.nextInt(9999)) + " MAIN STREET", "SPRINGFIELD", "FL", "331110000");
    }

    private Demographics birth() {
        return new Demographics(
                LocalDate.of(1940 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                random.nextBoolean() ? "F" : "M");
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static final class CountingStream extends OutputStream {
        private final OutputStream out;
        private long count;

        private CountingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
