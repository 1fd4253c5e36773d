package org.superbill.x12.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.x12.Files837.codes;
import static org.superbill.x12.Files837.file;
import static org.superbill.x12.Files837.read;
import static org.superbill.x12.Files837.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.Transaction;
import org.superbill.x12.TypedTransaction;
import org.superbill.x12.acknowledgment.AcknowledgmentCode;
import org.superbill.x12.acknowledgment.FunctionalAcknowledgment;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.code.AdjustmentReasonCode;
import org.superbill.x12.code.AmbulanceTransportReasonCode;
import org.superbill.x12.code.ClaimFilingIndicatorCode;
import org.superbill.x12.code.ServiceTypeCode;
import org.superbill.x12.code.UnitOrBasisForMeasurementCode;
import org.superbill.x12.code.YesNoConditionOrResponseCode;
import org.superbill.x12.eligibility.inquiry.EligibilityInquiry;
import org.superbill.x12.eligibility.response.EligibilityResponse;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;
import org.superbill.x12.institutional.InstitutionalClaims;
import org.superbill.x12.part.AdjustmentGroup;
import org.superbill.x12.professional.ProfessionalClaims;
import org.superbill.x12.remittance.ClaimPaymentStatus;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceBalance;
import org.superbill.x12.status.request.ClaimStatusRequest;
import org.superbill.x12.status.response.ClaimStatusResponse;

/** Examples of our own, one of each transaction, which have every loop and segment of their guide. */
class ExamplesTest {
    static List<Guide> guides() {
        return Guide.all();
    }

    private static String example(Guide guide) {
        try (var in = ExamplesTest.class.getResourceAsStream("/org/superbill/x12/examples/" + guide.id() + ".txt")) {
            return file(guide, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Transaction transaction(Guide guide) {
        return read(example(guide)).transactions().get(0);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void anExampleIsValidAndHasEveryLoopAndSegmentOfItsGuide(Guide guide) {
        assertThat(codes(read(example(guide)).errors())).isEmpty();
        var present = new HashSet<SegmentDef>();
        collect(guide, transaction(guide).root(), present);
        assertThat(present).containsAll(wanted(guide.root(), new HashSet<>()));
    }

    private static void collect(Guide guide, Loop loop, Set<SegmentDef> present) {
        var def = loop.id().isEmpty() ? guide.root() : guide.loop(loop.id());
        for (var part : loop.parts()) {
            if (part instanceof Segment segment) {
                present.add(def.find(segment));
            } else {
                collect(guide, (Loop) part, present);
            }
        }
    }

    private static Set<SegmentDef> wanted(LoopDef loop, Set<SegmentDef> wanted) {
        for (var part : loop.parts()) {
            if (part instanceof LoopUse use) {
                wanted(use.loop(), wanted);
            } else if (part.usage() != Usage.NOT_USED) {
                wanted.add((SegmentDef) part);
            }
        }
        return wanted;
    }

    @ParameterizedTest
    @MethodSource("guides")
    void anExampleIsWrittenAsItWasRead(Guide guide) throws IOException {
        var out = new ByteArrayOutputStream();
        read(example(guide)).write(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(example(guide));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void anExampleIsTheSameWhenItIsBuiltOfItsTypedValuesWrittenAndReadAgain(Guide guide) {
        var root = transaction(guide).root();
        var built = (TypedTransaction) new Rebuilt(guide).loop(guide.root(), root);
        var text = written(guide, writer -> writer.transaction("0001", built));
        var again = read(text).transactions().get(0).root();
        assertThat(x12(again)).isEqualTo(x12(root));
        assertThat(again).isEqualTo(root);
    }

    private static List<String> x12(Loop loop) {
        return loop.allSegments().stream().map(Segment::toX12).toList();
    }

    @Test
    void aProfessionalClaimTellsWhatIsInIt() {
        var subscriber = ProfessionalClaims.of(transaction(Guide.PROFESSIONAL_837))
                .billingProvider()
                .get(0)
                .subscriber()
                .get(0);
        assertThat(subscriber.patientInformation().patientWeight()).isEqualTo(new BigDecimal("150.5"));
        var claim = subscriber.patient().get(0).claim().get(0);
        var clm = claim.claimInformation();
        assertThat(clm.totalClaimChargeAmount()).isEqualTo(new BigDecimal("1250.5"));
        assertThat(clm.healthCareServiceLocationInformation().placeOfServiceCode())
                .isEqualTo("41");
        assertThat(clm.relatedCausesInformation().autoAccidentStateOrProvinceCode())
                .isEqualTo("FL");
        assertThat(claim.dateDisabilityDates().disabilityFromDate().to()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(claim.claimSupplementalInformation().get(0).attachmentControlNumber())
                .isEqualTo("ATT1");
        assertThat(claim.claimNote().claimNoteText()).isEqualTo("ARRIVED BY AMBULANCE");
        var ambulance = claim.ambulanceTransportInformation();
        assertThat(ambulance.ambulanceTransportReasonCode()).isEqualTo(new AmbulanceTransportReasonCode("A"));
        assertThat(ambulance.transportDistance()).isEqualTo(new BigDecimal("12"));
        assertThat(claim.healthCareDiagnosisCode().healthCareCodeInformation2().diagnosisCode())
                .isEqualTo("V8901");
        var other = claim.otherSubscriber().get(0);
        var adjustment = other.claimLevelAdjustments().get(1);
        assertThat(adjustment.claimAdjustmentGroupCode()).isEqualTo(AdjustmentGroup.PATIENT_RESPONSIBILITY);
        assertThat(adjustment.adjustmentAmount2()).isEqualTo(new BigDecimal("20.5"));
        assertThat(other.outpatientAdjudicationInformation().claimPaymentRemarkCode5())
                .isEqualTo("N5");
        assertThat(other.otherPayer().name().id()).isEqualTo("OP1");
        var line = claim.serviceLine().get(0);
        var service = line.professionalService();
        assertThat(service.unitOrBasisForMeasurementCode()).isEqualTo(UnitOrBasisForMeasurementCode.MINUTES);
        assertThat(service.serviceUnitCount()).isEqualTo(new BigDecimal("95.5"));
        assertThat(service.compositeDiagnosisCodePointer().diagnosisCodePointer2())
                .isEqualTo(2L);
        assertThat(line.obstetricAnesthesiaAdditionalUnits().obstetricAdditionalUnits())
                .isEqualTo(new BigDecimal("3"));
        assertThat(line.priorAuthorization().get(0).priorAuthorizationOrReferralNumber())
                .isEqualTo("LPA1");
        assertThat(line.drug().drugQuantity().nationalDrugUnitCount()).isEqualTo(new BigDecimal("1.5"));
        assertThat(line.lineAdjudication()
                        .get(0)
                        .lineAdjudicationInformation()
                        .compositeMedicalProcedureIdentifier()
                        .procedureModifier())
                .isEqualTo("QK");
        assertThat(line.form().get(0).supportingDocumentation()).hasSize(4);
    }

    @Test
    void anInstitutionalClaimTellsWhatIsInIt() {
        var claim = InstitutionalClaims.of(transaction(Guide.INSTITUTIONAL_837))
                .billingProvider()
                .get(0)
                .subscriber()
                .get(0)
                .patient()
                .get(0)
                .claim()
                .get(0);
        assertThat(claim.dischargeHour().dischargeTime().time()).isEqualTo(LocalTime.of(14, 30));
        assertThat(claim.admissionDateHour().admissionDateAndHour().from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(claim.admissionDateHour().admissionDateAndHour().time()).isEqualTo(LocalTime.of(10, 15));
        assertThat(claim.statementDates().statementFromAndToDate().to()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(claim.institutionalClaimCode().patientStatusCode()).isEqualTo("30");
        assertThat(claim.principalProcedureInformation()
                        .healthCareCodeInformation()
                        .principalProcedureDate()
                        .from())
                .isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(claim.valueInformation().get(0).healthCareCodeInformation().valueCodeAmount())
                .isEqualTo(new BigDecimal("1250.5"));
        assertThat(claim.otherDiagnosisInformation()
                        .get(0)
                        .healthCareCodeInformation2()
                        .presentOnAdmissionIndicator())
                .isEqualTo(YesNoConditionOrResponseCode.YES);
        assertThat(claim.attendingProvider().name().lastOrOrganization()).isEqualTo("ATTEND");
        var inpatient = claim.otherSubscriber().get(0).inpatientAdjudicationInformation();
        assertThat(inpatient.claimDrgAmount()).isEqualTo(new BigDecimal("3000.5"));
        assertThat(inpatient.ppsCapitalExceptionAmount()).isEqualTo(new BigDecimal("140"));
        var line = claim.serviceLine().get(0).institutionalServiceLine();
        assertThat(line.serviceLineRevenueCode()).isEqualTo("0636");
        assertThat(line.compositeMedicalProcedureIdentifier().description()).isEqualTo("TORADOL");
        assertThat(line.lineItemDeniedChargeOrNonCoveredChargeAmount()).isEqualTo(new BigDecimal("5.5"));
        assertThat(claim.serviceLine().get(1).institutionalServiceLine().compositeMedicalProcedureIdentifier())
                .isNull();
    }

    @Test
    void aRemittanceTellsWhatIsInItAndBalances() {
        var advice = RemittanceAdvice.of(transaction(Guide.REMITTANCE_835));
        assertThat(RemittanceBalance.check(advice)).isEmpty();
        assertThat(advice.financialInformation().checkIssueOrEftEffectiveDate()).isEqualTo(LocalDate.of(2026, 3, 12));
        var adjustment = advice.providerAdjustment().get(0);
        assertThat(adjustment.adjustmentIdentifier().adjustmentReasonCode())
                .isEqualTo(AdjustmentReasonCode.OVERPAYMENT_RECOVERY);
        assertThat(adjustment.adjustmentIdentifier2().providerAdjustmentIdentifier())
                .isEqualTo("INT");
        assertThat(adjustment.providerAdjustmentAmount2()).isEqualTo(new BigDecimal("5"));
        var header = advice.headerNumber().get(0);
        assertThat(header.providerSummaryInformation().totalPipAdjustmentAmount())
                .isEqualTo(new BigDecimal("17"));
        var claim = header.claimPayment().get(0);
        assertThat(claim.claimPaymentInformation().claimStatusCode()).isEqualTo(ClaimPaymentStatus.PRIMARY);
        assertThat(claim.claimPaymentInformation().claimFilingIndicatorCode())
                .isEqualTo(ClaimFilingIndicatorCode.MEDICARE_PART_B);
        assertThat(claim.inpatientAdjudicationInformation().claimDrgAmount()).isEqualTo(new BigDecimal("700.5"));
        assertThat(claim.outpatientAdjudicationInformation().reimbursementRate())
                .isEqualTo(new BigDecimal("80.5"));
        var line = claim.servicePayment().get(0).servicePaymentInformation();
        assertThat(line.unitsOfServicePaidCount()).isEqualTo(new BigDecimal("95.5"));
    }

    @Test
    void anAcknowledgmentTellsWhatIsInIt() {
        var acknowledgment = FunctionalAcknowledgment.of(transaction(Guide.ACKNOWLEDGMENT_999));
        assertThat(acknowledgment.functionalGroupResponseTrailer().functionalGroupAcknowledgeCode())
                .isEqualTo(AcknowledgmentCode.PARTIALLY_ACCEPTED);
        assertThat(acknowledgment.functionalGroupResponseTrailer().numberOfAcceptedTransactionSets())
                .isEqualTo(1);
        var error = acknowledgment
                .transactionResponse()
                .get(0)
                .errorIdentification()
                .get(0);
        assertThat(error.patientControlNumber()).isEqualTo("C77");
        var note = error.dataElementNote().get(0).implementationDataElementNote();
        assertThat(note.positionInSegment().componentDataElementPositionInComposite())
                .isEqualTo(3L);
        assertThat(note.copyOfBadDataElement()).isEqualTo("BAD");
    }

    @Test
    void anInterchangeAcknowledgmentTellsWhatIsInIt() {
        var text = example(Guide.ACKNOWLEDGMENT_999).replace("GS*", "TA1*000000077*260310*1015*R*022~\nGS*");
        var file = read(text);
        var acknowledgment = file.interchanges().get(0).acknowledgments().get(0);
        assertThat(acknowledgment.controlNumber()).isEqualTo("000000077");
        assertThat(acknowledgment.date()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(acknowledgment.time()).isEqualTo(LocalTime.of(10, 15));
        assertThat(acknowledgment.isRejected()).isTrue();
        assertThat(acknowledgment.noteCode()).isEqualTo("022");
    }

    @Test
    void aClaimAcknowledgmentTellsWhatIsInIt() {
        var acknowledgment = ClaimAcknowledgment.of(transaction(Guide.CLAIM_ACKNOWLEDGMENT_277CA));
        var source = acknowledgment.informationSource();
        assertThat(source.receiptTrace()
                        .informationSourceReceiptDate()
                        .segment()
                        .element(3))
                .isEqualTo("20260310");
        assertThat(source.informationReceiver()
                        .batchTrace()
                        .totalRejectedAmount()
                        .segment()
                        .decimal(2))
                .isEqualTo(new BigDecimal("250.5"));
        var rejected = acknowledgment.claims().get(1);
        var status = rejected.claimLevelStatusInformation().get(0);
        assertThat(status.totalClaimChargeAmount()).isEqualTo(new BigDecimal("250.5"));
        assertThat(status.healthCareClaimStatus2().entityIdentifierCode().code())
                .isEqualTo("IL");
        assertThat(rejected.serviceLine()
                        .get(0)
                        .serviceLineItemIdentification()
                        .segment()
                        .element(2))
                .isEqualTo("C78-1");
    }

    @Test
    void anEligibilityInquiryTellsWhatIsAsked() {
        var inquiry = EligibilityInquiry.of(transaction(Guide.ELIGIBILITY_INQUIRY_270));
        var subscriber = inquiry.informationSource()
                .get(0)
                .informationReceiver()
                .get(0)
                .subscriber()
                .get(0);
        var name = subscriber.subscriberName();
        assertThat(name.name().id()).isEqualTo("M1");
        assertThat(name.subscriberDemographicInformation().subscriberBirthDate().from())
                .isEqualTo(LocalDate.of(1973, 5, 1));
        var asked = name.benefitInquiry().get(0).subscriberEligibilityOrBenefitInquiry();
        assertThat(asked.serviceTypeCode()).containsExactly(new ServiceTypeCode("30"), new ServiceTypeCode("98"));
        var procedure = name.benefitInquiry().get(1).subscriberEligibilityOrBenefitInquiry();
        assertThat(procedure.serviceTypeCode()).isEmpty();
        assertThat(procedure.compositeMedicalProcedureIdentifier().procedureModifier())
                .isEqualTo("25");
        assertThat(procedure.compositeDiagnosisCodePointer().diagnosisCodePointer2())
                .isEqualTo(2L);
        assertThat(subscriber.dependent().get(0).dependentName().name().first()).isEqualTo("TED");
    }

    @Test
    void anEligibilityResponseTellsTheBenefits() {
        var response = EligibilityResponse.of(transaction(Guide.ELIGIBILITY_RESPONSE_271));
        var source = response.informationSource().get(0);
        assertThat(source.requestValidation()).hasSize(1);
        var subscriber = source.informationReceiver().get(0).subscriber().get(0).subscriberName();
        assertThat(subscriber
                        .subscriberMilitaryPersonnelInformation()
                        .dateTimePeriod()
                        .from())
                .isEqualTo(LocalDate.of(2020, 1, 1));
        var benefit = subscriber.benefit().get(0);
        var eb = benefit.subscriberEligibilityOrBenefitInformation();
        assertThat(eb.serviceTypeCode()).hasSize(2);
        assertThat(eb.monetaryAmount()).isEqualTo(new BigDecimal("500.5"));
        assertThat(eb.benefitPercent()).isEqualTo(new BigDecimal("0.2"));
        assertThat(eb.inPlanNetworkIndicator()).isEqualTo(YesNoConditionOrResponseCode.NOT_APPLICABLE);
        assertThat(benefit.benefitRelatedEntity().get(0).npi()).isEqualTo("1912301953");
    }

    @Test
    void aClaimStatusRequestTellsWhichClaims() {
        var request = ClaimStatusRequest.of(transaction(Guide.STATUS_REQUEST_276));
        var provider = request.informationSource()
                .get(0)
                .informationReceiver()
                .get(0)
                .serviceProvider()
                .get(0);
        assertThat(provider.providerName().get(0).npi()).isEqualTo("1912301953");
        var claim = provider.subscriber().get(0).claim().get(0);
        var line = claim.serviceLine().get(0).serviceLineInformation();
        assertThat(line.lineItemChargeAmount()).isEqualTo(new BigDecimal("100.5"));
        assertThat(line.unitsOfServiceCount()).isEqualTo(new BigDecimal("2"));
        var dependent = provider.subscriber().get(0).dependent().get(0);
        assertThat(dependent.claim()).hasSize(1);
    }

    @Test
    void aClaimStatusResponseTellsTheStatuses() {
        var response = ClaimStatusResponse.of(transaction(Guide.STATUS_RESPONSE_277));
        var claim = response.informationSource()
                .get(0)
                .informationReceiver()
                .get(0)
                .serviceProvider()
                .get(0)
                .subscriber()
                .get(0)
                .claim()
                .get(0);
        var status = claim.claimLevelStatusInformation().get(0);
        assertThat(status.healthCareClaimStatus().healthCareClaimStatusCategoryCode())
                .isEqualTo("F1");
        assertThat(status.claimPaymentAmount()).isEqualTo(new BigDecimal("900.5"));
        assertThat(status.remittanceTraceNumber()).isEqualTo("EFT77");
        assertThat(claim.serviceLine()).hasSize(1);
    }
}
