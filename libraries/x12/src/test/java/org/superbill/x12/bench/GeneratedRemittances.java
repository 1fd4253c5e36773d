package org.superbill.x12.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.superbill.x12.Files837;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.GeneratedClaims;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.AdjustmentGroup;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.part.Reference;
import org.superbill.x12.remittance.ClaimPaymentStatus;
import org.superbill.x12.remittance.Loop1000APayer;
import org.superbill.x12.remittance.Loop1000BPayee;
import org.superbill.x12.remittance.Loop2100ClaimPayment;
import org.superbill.x12.remittance.Loop2110ServicePayment;
import org.superbill.x12.remittance.Payment;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceWriter;

/** Invented 835 files, the same for the same seed. The payment's amount, which stands before the claims, is not their sum. */
public final class GeneratedRemittances {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Random random;
    private int number;

    public GeneratedRemittances(long seed) {
        random = new Random(seed);
    }

    /** Writes one interchange with one remittance of at least this many bytes. @return the number of claims */
    public int write(OutputStream out, long bytes) throws IOException {
        var counting = new CountingStream(out);
        var writer = X12Writer.to(counting);
        writer.startInterchange(GeneratedClaims.interchange().build());
        writer.startGroup(
                FunctionalGroup.of("HP", "PAYER", "SUPERBILL", Files837.AT, 1, Guide.REMITTANCE_835.version()));
        var set = new RemittanceWriter(writer);
        set.start(
                "0001",
                RemittanceAdvice.builder(Payment.check(new BigDecimal("1000"), DAY), "CHECK1", "1999999999")
                        .productionDate(DAY)
                        .payer(Loop1000APayer.of(
                                "KEY INSURANCE",
                                Address.of("1 PAYER PLAZA", "TAMPA", "FL", "33601"),
                                List.of(new Reference("2U", "999996666")),
                                Contact.telephone("BL", "TECHNICAL", "5550111", null)))
                        .payee(Loop1000BPayee.of("CLINIC", "XX", "1912301953", null))
                        .build());
        while (counting.count() < bytes) {
            set.claim(claim());
        }
        set.end(List.of());
        writer.endGroup();
        writer.endInterchange();
        writer.flush();
        return number;
    }

    private Loop2100ClaimPayment claim() {
        number++;
        int lines = 1 + random.nextInt(5);
        var charge = BigDecimal.valueOf(10_000, 2);
        var paid = BigDecimal.valueOf(8000, 2);
        var claim = Loop2100ClaimPayment.builder(
                        "C%09d".formatted(number),
                        ClaimPaymentStatus.PRIMARY,
                        charge.multiply(BigDecimal.valueOf(lines)),
                        paid.multiply(BigDecimal.valueOf(lines)),
                        "12",
                        "ICN" + number)
                .facility("11", "1")
                .patient(EntityName.person("ABEL", "ANN").id("MI", "M" + random.nextInt(1_000_000)));
        for (int line = 1; line <= lines; line++) {
            claim.serviceLine(Loop2110ServicePayment.builder(Procedure.hcpcs("99213"), charge, paid)
                    .paidUnits(BigDecimal.ONE)
                    .serviceDates(DAY, DAY)
                    .adjustments(List.of(Adjustment.of(AdjustmentGroup.CONTRACTUAL, "45", charge.subtract(paid))))
                    .lineControlNumber(number + "-" + line)
                    .allowedAmount(paid)
                    .build());
        }
        return claim.build();
    }
}
