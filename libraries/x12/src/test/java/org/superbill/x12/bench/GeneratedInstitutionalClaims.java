package org.superbill.x12.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import org.superbill.x12.DateTimePeriod;
import org.superbill.x12.Files837;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.GeneratedClaims;
import org.superbill.x12.X12Writer;
import org.superbill.x12.code.ClaimFilingIndicatorCode;
import org.superbill.x12.code.CodeListQualifierCode;
import org.superbill.x12.code.IndividualRelationshipCode;
import org.superbill.x12.code.PayerResponsibilitySequenceNumberCode;
import org.superbill.x12.code.ProductServiceIdQualifier;
import org.superbill.x12.code.ProviderAcceptAssignmentCode;
import org.superbill.x12.code.ReleaseOfInformationCode;
import org.superbill.x12.code.UnitOrBasisForMeasurementCode;
import org.superbill.x12.code.YesNoConditionOrResponseCode;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.institutional.InstitutionalClaimWriter;
import org.superbill.x12.institutional.Loop1000ASubmitter;
import org.superbill.x12.institutional.Loop1000BReceiver;
import org.superbill.x12.institutional.Loop2000ABillingProvider;
import org.superbill.x12.institutional.Loop2000BSubscriber;
import org.superbill.x12.institutional.Loop2010AABillingProviderName;
import org.superbill.x12.institutional.Loop2010BASubscriberName;
import org.superbill.x12.institutional.Loop2010BBPayerName;
import org.superbill.x12.institutional.Loop2300Claim;
import org.superbill.x12.institutional.Loop2310AAttendingProvider;
import org.superbill.x12.institutional.Loop2400ServiceLine;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.BeginningOfClaims;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.Demographics;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Reference;

/** Invented 837I files, the same for the same seed. */
public final class GeneratedInstitutionalClaims {
    private static final String[] REVENUE_CODES = {"0300", "0450", "0636", "0981"};
    private static final String[] PROCEDURES = {"99283", "80053", "J1885", "93010"};
    private static final String[] DIAGNOSES = {"I5023", "J069", "N390", "R0602"};
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Random random;
    private int number;

    public GeneratedInstitutionalClaims(long seed) {
        random = new Random(seed);
    }

    /** Writes one interchange with one transaction set of at least this many bytes. @return the number of claims */
    public int write(OutputStream out, long bytes) throws IOException {
        var counting = new CountingStream(out);
        var writer = X12Writer.to(counting);
        writer.startInterchange(GeneratedClaims.interchange().build());
        writer.startGroup(
                FunctionalGroup.of("HC", "SUPERBILL", "PAYER", Files837.AT, 1, Guide.INSTITUTIONAL_837.version()));
        var set = new InstitutionalClaimWriter(writer);
        set.start(
                "0001",
                BeginningOfClaims.original("BATCH1", Files837.AT, "CH"),
                Loop1000ASubmitter.of(
                        EntityName.organization("SUPERBILL HOSPITAL").id("46", "SB1"),
                        Contact.telephone("IC", "BILLING", "5550100", null)),
                Loop1000BReceiver.of(EntityName.organization("PAYER").id("46", "P1")));
        var provider = provider();
        while (counting.count() < bytes) {
            set.claim(provider, subscriber(), null, claim());
        }
        set.end();
        writer.endGroup();
        writer.endInterchange();
        writer.flush();
        return number;
    }

    private static Loop2000ABillingProvider provider() {
        return Loop2000ABillingProvider.builder()
                .billingProviderHierarchicalLevel(Loop2000ABillingProvider.BillingProviderHierarchicalLevel.blank())
                .billingProviderName(Loop2010AABillingProviderName.of(
                        EntityName.organization("HOSPITAL").npi("1912301953"),
                        address(),
                        new Reference("EI", "587654321")))
                .build();
    }

    private static Address address() {
        return Address.of("1 MAIN STREET", "SPRINGFIELD", "FL", "331110000");
    }

    private Loop2000BSubscriber subscriber() {
        return Loop2000BSubscriber.builder()
                .subscriberHierarchicalLevel(Loop2000BSubscriber.SubscriberHierarchicalLevel.blank())
                .subscriberInformation(Loop2000BSubscriber.SubscriberInformation.blank()
                        .payerResponsibilitySequenceNumberCode(PayerResponsibilitySequenceNumberCode.PRIMARY)
                        .individualRelationshipCode(IndividualRelationshipCode.SELF)
                        .claimFilingIndicatorCode(ClaimFilingIndicatorCode.MEDICARE_PART_A))
                .subscriberName(Loop2010BASubscriberName.of(
                        EntityName.person("ABEL", "ANN").id("MI", "M" + random.nextInt(1_000_000)),
                        address(),
                        new Demographics(LocalDate.of(1940, 1 + random.nextInt(12), 1), "F")))
                .payerName(Loop2010BBPayerName.of(
                        EntityName.organization("KEY INSURANCE").id("PI", "999996666"), null))
                .build();
    }

    private Loop2300Claim claim() {
        number++;
        var total = BigDecimal.ZERO;
        var lines = new ArrayList<Loop2400ServiceLine>();
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            var charge = BigDecimal.valueOf(1000 + random.nextInt(90_000), 2);
            total = total.add(charge);
            lines.add(line(lines.size() + 1, charge));
        }
        var place = Loop2300Claim.ClaimInformation.HealthCareServiceLocationInformation.blank()
                .facilityTypeCode("13")
                .claimFrequencyCode("1");
        var diagnosis = Loop2300Claim.PrincipalDiagnosis.HealthCareCodeInformation.blank()
                .codeListQualifierCode(CodeListQualifierCode.CODE_ABK)
                .principalDiagnosisCode(pick(DIAGNOSES));
        var builder = Loop2300Claim.builder()
                .claimInformation(Loop2300Claim.ClaimInformation.blank()
                        .patientControlNumber("H%09d".formatted(number))
                        .totalClaimChargeAmount(total)
                        .healthCareServiceLocationInformation(place)
                        .assignmentOrPlanParticipationCode(ProviderAcceptAssignmentCode.ASSIGNED)
                        .benefitsAssignmentCertificationIndicator(YesNoConditionOrResponseCode.YES)
                        .releaseOfInformationCode(ReleaseOfInformationCode.CODE_Y))
                .statementDates(
                        Loop2300Claim.StatementDates.blank().statementFromAndToDate(DateTimePeriod.between(DAY, DAY)))
                .institutionalClaimCode(Loop2300Claim.InstitutionalClaimCode.blank()
                        .admissionTypeCode("3")
                        .patientStatusCode("01"))
                .principalDiagnosis(Loop2300Claim.PrincipalDiagnosis.blank().healthCareCodeInformation(diagnosis))
                .attendingProvider(Loop2310AAttendingProvider.of(
                        EntityName.person("ATTEND", "ADA").npi("1234567893"), "207R00000X"));
        lines.forEach(builder::serviceLine);
        return builder.build();
    }

    private Loop2400ServiceLine line(int lineNumber, BigDecimal charge) {
        var procedure = Loop2400ServiceLine.InstitutionalServiceLine.CompositeMedicalProcedureIdentifier.blank()
                .productOrServiceIdQualifier(new ProductServiceIdQualifier("HC"))
                .procedureCode(pick(PROCEDURES));
        return Loop2400ServiceLine.builder()
                .serviceLineNumber(Loop2400ServiceLine.ServiceLineNumber.blank().assignedNumber(lineNumber))
                .institutionalServiceLine(Loop2400ServiceLine.InstitutionalServiceLine.blank()
                        .serviceLineRevenueCode(pick(REVENUE_CODES))
                        .compositeMedicalProcedureIdentifier(procedure)
                        .lineItemChargeAmount(charge)
                        .unitOrBasisForMeasurementCode(UnitOrBasisForMeasurementCode.UNITS)
                        .serviceUnitCount(BigDecimal.ONE))
                .dateServiceDate(Loop2400ServiceLine.DateServiceDate.blank().serviceDate(DateTimePeriod.on(DAY)))
                .lineItemControlNumber(Loop2400ServiceLine.LineItemControlNumber.blank()
                        .lineItemControlNumber(number + "-" + lineNumber))
                .build();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
