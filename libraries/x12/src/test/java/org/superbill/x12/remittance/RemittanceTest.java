package org.superbill.x12.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.x12.Files837;
import org.superbill.x12.Segment;
import org.superbill.x12.Transaction;
import org.superbill.x12.X12Reader;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.AdjustmentGroup;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.part.Reference;

class RemittanceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private static Adjustment contractual(String amount) {
        return Adjustment.of(AdjustmentGroup.CONTRACTUAL, "45", money(amount));
    }

    private static Adjustment deductible(String amount) {
        return Adjustment.of(AdjustmentGroup.PATIENT_RESPONSIBILITY, "1", money(amount));
    }

    private static RemittanceAdvice.Builder remittance(String amount) {
        return RemittanceAdvice.builder(
                        Payment.ach(money(amount), DAY, "021000021", "123", "1935665544", "021000021", "456"),
                        "TRACE1",
                        "1935665544")
                .productionDate(DAY)
                .payer(Loop1000APayer.of(
                        "KEY INSURANCE",
                        Address.of("1 PAYER ROAD", "MIAMI", "FL", "331110000"),
                        List.of(new Reference("2U", "999996666")),
                        Contact.telephone("BL", "EDI DESK", "5550101", null)))
                .payee(Loop1000BPayee.of("CLINIC", "XX", "1912301953", null, new Reference("TJ", "587654321")));
    }

    private static Loop2100ClaimPayment paid() {
        return Loop2100ClaimPayment.builder(
                        "C1", ClaimPaymentStatus.PRIMARY, money("100.00"), money("60.00"), "12", "ICN1")
                .patientResponsibility(money("15.00"))
                .facility("11", "1")
                .patient(EntityName.person("SMITH", "TED").id("MI", "M1"))
                .renderingProvider(EntityName.person("RENDER", "RON").npi("1234567893"))
                .outpatientRemarks(List.of("MA01", "N130"))
                .reference("EA", "MR1")
                .date("232", DAY)
                .date("050", DAY)
                .amount("AU", money("85.00"))
                .serviceLine(
                        Loop2110ServicePayment.builder(Procedure.hcpcs("99213", "25"), money("60.00"), money("60.00"))
                                .paidUnits(BigDecimal.ONE)
                                .serviceDates(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2))
                                .lineControlNumber("L1")
                                .allowedAmount(money("60.00"))
                                .build())
                .serviceLine(Loop2110ServicePayment.builder(Procedure.hcpcs("87070"), money("40.00"), money("0"))
                        .paidUnits(BigDecimal.ONE)
                        .submitted(Procedure.hcpcs("87071"), money("2"))
                        .serviceDates(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3))
                        .adjustments(List.of(contractual("25.00"), deductible("15.00")))
                        .remarkCodes(List.of("N382", "M15"))
                        .lineControlNumber("L2")
                        .build())
                .build();
    }

    private static Loop2100ClaimPayment reversal() {
        return Loop2100ClaimPayment.builder(
                        "C0", ClaimPaymentStatus.REVERSAL, money("-50.00"), money("-30.00"), "12", "ICN0")
                .patient(EntityName.person("SMITH", "TED").id("MI", "M1"))
                .adjustments(List.of(contractual("-20.00")))
                .build();
    }

    private static RemittanceAdvice read(String text) {
        return RemittanceAdvice.of(Files837.read(text).transactions().get(0));
    }

    private static String write(RemittanceAdvice remittance) {
        return Files837.written(
                Guide.REMITTANCE_835, writer -> writer.transaction(Guide.REMITTANCE_835, "0001", remittance));
    }

    private static RemittanceAdvice full() {
        return remittance("25.00")
                .claim(paid())
                .claim(reversal())
                .providerAdjustments(List.of(
                        new ProviderAdjustment("1912301953", LocalDate.of(2026, 12, 31), "WO", "ICN9", money("10.00")),
                        new ProviderAdjustment("1912301953", LocalDate.of(2026, 12, 31), "L6", null, money("-5.00"))))
                .build();
    }

    @Test
    void whatIsBuiltIsWhatTheGuideWants() {
        var text = write(full());
        assertThat(Files837.errors(text)).isEmpty();
        assertThat(Files837.segments(text))
                .contains(
                        "ST*835*0001",
                        "TRN*1*TRACE1*1935665544",
                        "CLP*C1*1*100.00*60.00*15.00*12*ICN1*11*1",
                        "CAS*CO*45*25.00",
                        "CAS*PR*1*15.00",
                        "MOA***MA01*N130",
                        "SVC*HC:87070*40.00*0**1*HC:87071*2",
                        "LQ*HE*N382",
                        "PLB*1912301953*20261231*WO:ICN9*10.00*L6*-5.00");
    }

    @Test
    void whatWasBuiltIsReadAgain() {
        var remittance = read(write(full()));
        assertThat(remittance.payment().amount()).isEqualTo(money("25.00"));
        assertThat(remittance.payment().date()).isEqualTo(DAY);
        assertThat(remittance.payment().method()).isEqualTo("ACH");
        assertThat(remittance.payment().isDebit()).isFalse();
        assertThat(remittance.traceNumber()).isEqualTo("TRACE1");
        assertThat(remittance.payerIdentifier()).isEqualTo("1935665544");
        assertThat(remittance.productionDate().productionDate()).isEqualTo(DAY);
        assertThat(remittance.payer().name()).isEqualTo("KEY INSURANCE");
        assertThat(remittance.payer().contacts().get(0).function()).isEqualTo("BL");
        assertThat(remittance.payee().id()).isEqualTo("1912301953");
        assertThat(remittance.payee().reference("TJ")).isEqualTo("587654321");
        assertThat(remittance.providerAdjustments()).isEqualTo(full().providerAdjustments());
        assertThat(remittance.claims()).containsExactly(paid(), reversal());
        assertThat(remittance.claims().get(1).isReversal()).isTrue();

        var claim = remittance.claims().get(0);
        assertThat(claim.status()).isEqualTo(ClaimPaymentStatus.PRIMARY);
        assertThat(claim.payerClaimControlNumber()).isEqualTo("ICN1");
        assertThat(claim.patientResponsibility()).isEqualTo(money("15.00"));
        assertThat(claim.patient().lastOrOrganization()).isEqualTo("SMITH");
        assertThat(claim.remarkCodes()).containsExactly("MA01", "N130");
        assertThat(claim.date("232")).isEqualTo(DAY);
        var line = claim.servicePayment().get(1);
        assertThat(line.procedure().code()).isEqualTo("87070");
        assertThat(line.submittedProcedure().code()).isEqualTo("87071");
        assertThat(line.submittedUnits()).isEqualTo(money("2"));
        assertThat(line.firstServiceDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(line.lastServiceDate()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(line.adjustments()).containsExactly(contractual("25.00"), deductible("15.00"));
        assertThat(line.remarkCodes()).containsExactly("N382", "M15");
        assertThat(line.lineControlNumber()).isEqualTo("L2");
        assertThat(claim.servicePayment().get(0).allowedAmount()).isEqualTo(money("60.00"));
    }

    @Test
    void aRemittanceThatAgreesHasNoImbalance() {
        assertThat(RemittanceBalance.check(full())).isEmpty();
    }

    @Test
    void aLineThatDisagreesByACentIsNamedAndItsClaimWithIt() {
        var text = write(full()).replace("CAS*CO*45*25.00", "CAS*CO*45*25.01");
        var found = RemittanceBalance.check(read(text));
        assertThat(found).extracting(Imbalance::level).containsExactly(Imbalance.Level.LINE, Imbalance.Level.CLAIM);
        assertThat(found.get(0).claim()).isEqualTo(1);
        assertThat(found.get(0).line()).isEqualTo(2);
        assertThat(found.get(0).difference()).isEqualByComparingTo("0.01");
        assertThat(found.get(0).message())
                .isEqualTo("Claim 1 line 2: SVC02 40.00 less its adjustments 40.01 is -0.01, and SVC03 is 0");
        assertThat(found.get(1).patientControlNumber()).isEqualTo("C1");
    }

    @Test
    void aClaimThatDisagreesIsNamedAlthoughItsLinesAgree() {
        var text = write(full()).replace("CAS*CO*45*-20.00", "CAS*CO*45*-19.00");
        var found = RemittanceBalance.check(read(text));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).level()).isEqualTo(Imbalance.Level.CLAIM);
        assertThat(found.get(0).message())
                .isEqualTo("Claim 2: CLP03 -50.00 less the adjustments -19.00 of the claim and its lines is -31.00, "
                        + "and CLP04 is -30.00");
    }

    @Test
    void aPositiveProviderAdjustmentTakesMoneyAway() {
        var text = write(full()).replace("WO:ICN9*10.00", "WO:ICN9*-10.00");
        var found = RemittanceBalance.check(read(text));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).level()).isEqualTo(Imbalance.Level.TRANSACTION);
        assertThat(found.get(0).expected()).isEqualByComparingTo("45.00");
        assertThat(found.get(0).message())
                .isEqualTo(
                        "The claims' payments 30.00 less the provider adjustments -15.00 are 45.00, and BPR02 is 25.00");
    }

    @Test
    void aDebitIsMoneyThatThePayeeOwes() {
        var debit = write(remittance("30.00").claim(reversal()).build()).replace("BPR*I*30.00*C", "BPR*I*30.00*D");
        assertThat(RemittanceBalance.check(read(debit))).isEmpty();
    }

    @Test
    void moreThanSixAdjustmentsFillSeveralSegments() {
        var seven = new ArrayList<Adjustment>();
        for (int at = 0; at < 7; at++) {
            seven.add(Adjustment.of(AdjustmentGroup.OTHER, String.valueOf(20 + at), money("1")));
        }
        var segments = Adjustment.segments(seven);
        assertThat(segments).extracting(Segment::size).containsExactly(18, 3);
        var adjustments = new ArrayList<ProviderAdjustment>();
        for (int at = 0; at < 7; at++) {
            adjustments.add(new ProviderAdjustment("1", DAY, "CS", "R" + at, money("1")));
        }
        assertThat(ProviderAdjustment.segments(adjustments))
                .extracting(Segment::size)
                .containsExactly(14, 4);
    }

    @Test
    void checksAndNoticesArePaymentsToo() {
        assertThat(Payment.check(money("5"), DAY).method()).isEqualTo("CHK");
        assertThat(Payment.none(DAY).amount()).isZero();
        var notice = RemittanceAdvice.builder(Payment.none(DAY), "T", "1935665544")
                .payer(full().payer())
                .payee(full().payee())
                .build();
        assertThat(Files837.errors(write(notice))).isEmpty();
        assertThat(RemittanceBalance.check(notice)).isEmpty();
    }

    @Test
    void claimsAreHandedOverOneAtATimeAndThenTheRest() {
        var told = new ArrayList<String>();
        var balance = new RemittanceBalance();
        Files837.read(write(full()), X12Reader.streaming(), new RemittanceHandler() {
            @Override
            public void claim(RemittanceClaim claim) {
                told.add(claim.claim().patientControlNumber() + " of "
                        + claim.remittance().traceNumber());
                balance.add(claim.claim());
            }

            @Override
            public void remittance(Transaction transaction, RemittanceAdvice remittance) {
                told.add("end " + remittance.claims().size());
                assertThat(balance.finish(remittance.payment(), remittance.providerAdjustments()))
                        .isEmpty();
            }
        });
        assertThat(told).containsExactly("C1 of TRACE1", "C0 of TRACE1", "end 0");
    }

    @Test
    void writtenClaimByClaimItIsTheSame() {
        var header = remittance("25.00").build();
        var streamed = Files837.written(Guide.REMITTANCE_835, writer -> {
            var remittance = new RemittanceWriter(writer);
            remittance.start("0001", header);
            remittance.claim(paid());
            remittance.claim(reversal());
            remittance.end(full().providerAdjustments());
        });
        assertThat(streamed).isEqualTo(write(full()));
    }

    @Test
    void aFacilitysLineHasItsRevenueCodeBesideItsProcedure() {
        var line = Loop2110ServicePayment.builder(Procedure.hcpcs("99283"), money("300"), money("220"))
                .revenueCode("0450")
                .build();
        assertThat(line.loop().required("SVC").element(4)).isEqualTo("0450");
        assertThat(line.procedure().code()).isEqualTo("99283");
    }

    @Test
    void anotherTransactionSetIsNoRemittance() {
        var claims = Files837.read(Files837.file(Files837.claimBody()))
                .transactions()
                .get(0);
        assertThatThrownBy(() -> RemittanceAdvice.of(claims)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void generatedRemittancesBalanceAndSurviveWritingAndReading(long seed) {
        var random = new Random(seed);
        var builder = remittance("0");
        var total = BigDecimal.ZERO;
        var claims = new ArrayList<Loop2100ClaimPayment>();
        for (int count = 1 + random.nextInt(20); count > 0; count--) {
            var claim = generated(random, count);
            total = total.add(claim.paidAmount());
            claims.add(claim);
        }
        var taken = BigDecimal.valueOf(random.nextInt(1000), 2);
        builder = remittance(total.subtract(taken).toPlainString());
        claims.forEach(builder::claim);
        var remittance = builder.providerAdjustments(
                        List.of(new ProviderAdjustment("1912301953", DAY, "WO", "X", taken)))
                .build();
        var read = read(write(remittance));
        assertThat(read.claims()).isEqualTo(claims);
        assertThat(RemittanceBalance.check(read)).isEmpty();
    }

    private static Loop2100ClaimPayment generated(Random random, int number) {
        var charge = BigDecimal.ZERO;
        var paid = BigDecimal.ZERO;
        var lines = new ArrayList<Loop2110ServicePayment>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            var lineCharge = BigDecimal.valueOf(1000 + random.nextInt(9000), 2);
            var cut = BigDecimal.valueOf(random.nextInt(1000), 2);
            charge = charge.add(lineCharge);
            paid = paid.add(lineCharge.subtract(cut));
            lines.add(Loop2110ServicePayment.builder(Procedure.hcpcs("99213"), lineCharge, lineCharge.subtract(cut))
                    .serviceDates(DAY, DAY)
                    .adjustments(List.of(contractual(cut.toPlainString())))
                    .build());
        }
        var claim = Loop2100ClaimPayment.builder(
                        "C" + number, ClaimPaymentStatus.PRIMARY, charge, paid, "12", "ICN" + number)
                .patient(EntityName.person("SMITH", "TED"));
        lines.forEach(claim::serviceLine);
        return claim.build();
    }
}
