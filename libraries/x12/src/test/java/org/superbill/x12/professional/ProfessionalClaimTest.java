package org.superbill.x12.professional;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.x12.Files837;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Reader;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.AdjustmentGroup;
import org.superbill.x12.part.Amount;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.Procedure;

/** A professional claim as it is read, loop for loop. */
class ProfessionalClaimTest {
    /** Every loop of a claim once, in our own invention. */
    private static final String FULL = """
            CLM*C1*150.50***11:B:7*Y*A*Y*I*P*AA:OA::FL
            DTP*431*D8*20260227
            DTP*439*D8*20260226
            PWK*OZ*BM***AC*ATT1
            CN1*09
            AMT*F5*20.00
            REF*G1*PA1
            REF*F8*ICN1
            REF*D9*CH1
            K3*STATEFACT
            NTE*ADD*SEE NOTES
            CR1*LB*140**A*DH*12
            CRC*07*Y*04
            HI*ABK:J069*ABF:Z23*ABF:I10
            HI*BP:00790
            HI*BG:17
            HCP*02*100*50.50
            NM1*DN*1*REFER*RITA****XX*1234567893
            REF*G2*R1
            NM1*P3*1*PRIMARY*PAUL****XX*1234567893
            NM1*82*1*RENDER*RON****XX*1234567893
            PRV*PE*PXC*207Q00000X
            NM1*77*2*FACILITY*****XX*1234567893
            N3*9 SITE ROAD
            N4*MIAMI*FL*331110000
            NM1*DQ*1*SUPER*SUE****XX*1234567893
            NM1*PW*2
            N3*1 FROM STREET
            N4*MIAMI*FL*33111
            NM1*45*2
            N3*2 TO STREET
            N4*MIAMI*FL*33111
            SBR*S*01*GRP2******MB
            CAS*PR*1*5.00**2*2.50*1
            AMT*D*100.00
            AMT*EAF*7.50
            OI***Y***I
            MOA***MA01
            NM1*IL*1*SMITH*JACK****MI*O1
            NM1*PR*2*OTHER PAYER*****PI*OP1
            DTP*573*D8*20260301
            REF*F8*OTHERICN
            NM1*DN*1
            REF*G2*X1
            NM1*82*1
            REF*G2*X2
            NM1*77*2
            REF*G2*X3
            NM1*DQ*1
            REF*G2*X4
            NM1*85*2
            REF*G2*X5
            LX*1
            SV1*HC:99213:25:59*150.50*UN*2*12**1:3**Y
            PWK*OZ*AA
            PWK*CT*AD
            CR3*I*MO*12
            CRC*70*Y*65
            DTP*472*RD8*20260301-20260302
            QTY*PT*2
            MEA*TR*R1*3.5
            REF*6R*L1
            REF*BT*LOT9
            NTE*TPO*REMARK
            PS1*1234567893*10
            LIN**N4*00000111122
            CTP****1.5*ML
            REF*XZ*RX1
            NM1*82*1*LINE*LEO****XX*1234567893
            NM1*QB*2******XX*1234567893
            NM1*77*2*SITE*****XX*1234567893
            N3*3 SITE ROAD
            N4*MIAMI*FL*331110000
            NM1*DQ*1*LSUPER*LIZ****XX*1234567893
            NM1*DK*1*ORDER*OTTO****XX*1234567893
            NM1*DN*1*LREFER*LEA****XX*1234567893
            NM1*PW*2
            N3*4 FROM STREET
            N4*MIAMI*FL*33111
            NM1*45*2
            N3*5 TO STREET
            N4*MIAMI*FL*33111
            SVD*OP1*100*HC:99213:25**2
            CAS*PR*1*5.00
            CAS*CO*45*45.50
            DTP*573*D8*20260301
            LQ*UT*FORM1
            FRM*1*Y
            """;

    private static Loop2300Claim full() {
        var body = Files837.claimBody();
        var root = Files837.root(body.substring(0, body.indexOf("CLM*")) + FULL);
        return root.required("2000A", loop -> loop)
                .required("2000B", loop -> loop)
                .required("2300", Loop2300Claim::new);
    }

    @Test
    void everyLoopOfAClaimHasItsPlaceInTheGuide() {
        var body = Files837.claimBody();
        assertThat(Files837.errors(Files837.file(body.substring(0, body.indexOf("CLM*")) + FULL)))
                .isEmpty();
    }

    @Test
    void theClaimsFactsAreTyped() {
        var claim = full();
        assertThat(claim.patientControlNumber()).isEqualTo("C1");
        assertThat(claim.chargeAmount()).isEqualTo(new BigDecimal("150.50"));
        assertThat(claim.placeOfService()).isEqualTo("11");
        assertThat(claim.frequency()).isEqualTo(ClaimFrequency.REPLACEMENT);
        var clm = claim.claimInformation();
        assertThat(clm.providerOrSupplierSignatureIndicator().code()).isEqualTo("Y");
        assertThat(clm.assignmentOrPlanParticipationCode().code()).isEqualTo("A");
        assertThat(clm.benefitsAssignmentCertificationIndicator().code()).isEqualTo("Y");
        assertThat(clm.releaseOfInformationCode().code()).isEqualTo("I");
        assertThat(clm.patientSignatureSourceCode().code()).isEqualTo("P");
        assertThat(clm.relatedCausesInformation().relatedCausesCode().code()).isEqualTo("AA");
        assertThat(clm.relatedCausesInformation().relatedCausesCode2().code()).isEqualTo("OA");
        assertThat(claim.diagnoses())
                .containsExactly(
                        new Diagnosis("ABK", "J069"), new Diagnosis("ABF", "Z23"), new Diagnosis("ABF", "I10"));
        assertThat(claim.dates()).contains(DatePeriod.on("431", LocalDate.of(2026, 2, 27)));
        assertThat(claim.amounts()).containsExactly(new Amount("F5", new BigDecimal("20.00")));
        assertThat(claim.reference("G1")).isEqualTo("PA1");
        assertThat(claim.reference("F8")).isEqualTo("ICN1");
        assertThat(claim.clearinghouseNumber()).isEqualTo("CH1");
        assertThat(claim.loop().segments("NTE")).hasSize(1);
    }

    @Test
    void theClaimsProvidersAreTyped() {
        var claim = full();
        assertThat(claim.referringProvider())
                .extracting(provider -> provider.entityCode() + provider.name().lastOrOrganization())
                .containsExactly("DNREFER", "P3PRIMARY");
        assertThat(claim.referringProvider().get(0).reference("G2")).isEqualTo("R1");
        assertThat(claim.renderingProvider().taxonomyCode()).isEqualTo("207Q00000X");
        assertThat(claim.renderingProvider().npi()).isEqualTo("1234567893");
        assertThat(claim.serviceFacility().address().line1()).isEqualTo("9 SITE ROAD");
        assertThat(claim.supervisingProvider().name().first()).isEqualTo("SUE");
        assertThat(claim.ambulancePickUp().address().line1()).isEqualTo("1 FROM STREET");
        assertThat(claim.ambulanceDropOff().address().line1()).isEqualTo("2 TO STREET");
    }

    @Test
    void otherInsurancesAreTyped() {
        var other = full().otherSubscriber().get(0);
        var sbr = other.otherSubscriberInformation();
        assertThat(sbr.payerResponsibilitySequenceNumberCode().code()).isEqualTo("S");
        assertThat(sbr.individualRelationshipCode().code()).isEqualTo("01");
        assertThat(sbr.insuredGroupOrPolicyNumber()).isEqualTo("GRP2");
        assertThat(sbr.claimFilingIndicatorCode().code()).isEqualTo("MB");
        assertThat(other.adjustments())
                .containsExactly(
                        new Adjustment(AdjustmentGroup.PATIENT_RESPONSIBILITY, "1", new BigDecimal("5.00"), null),
                        new Adjustment(
                                AdjustmentGroup.PATIENT_RESPONSIBILITY, "2", new BigDecimal("2.50"), BigDecimal.ONE));
        assertThat(other.paidAmount()).isEqualTo(new BigDecimal("100.00"));
        assertThat(other.remainingPatientLiability().remainingPatientLiability())
                .isEqualTo(new BigDecimal("7.50"));
        assertThat(other.otherSubscriber().name().id()).isEqualTo("O1");
        assertThat(other.otherPayer().reference("F8")).isEqualTo("OTHERICN");
        for (var id : List.of("2330C", "2330D", "2330E", "2330F", "2330G")) {
            assertThat(other.loop().loop(id)).as(id).isNotNull();
        }
    }

    @Test
    void aLinesFactsAreTyped() {
        var line = full().serviceLine().get(0);
        assertThat(line.lineNumber()).isEqualTo(1);
        assertThat(line.procedure()).isEqualTo(Procedure.hcpcs("99213", "25", "59"));
        assertThat(line.chargeAmount()).isEqualTo(new BigDecimal("150.50"));
        assertThat(line.professionalService().unitOrBasisForMeasurementCode().code())
                .isEqualTo("UN");
        assertThat(line.units()).isEqualTo(new BigDecimal("2"));
        assertThat(line.placeOfService()).isEqualTo("12");
        assertThat(line.diagnosisPointers()).containsExactly(1, 3);
        assertThat(line.professionalService().emergencyIndicator().code()).isEqualTo("Y");
        assertThat(line.serviceDate())
                .isEqualTo(new DatePeriod("472", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2)));
        assertThat(line.lineControlNumber()).isEqualTo("L1");
        assertThat(line.reference("BT")).isEqualTo("LOT9");
        assertThat(line.drug().drugIdentification().nationalDrugCodeOrUniversalProductNumber())
                .isEqualTo("00000111122");
        assertThat(line.drug().drugQuantity().nationalDrugUnitCount()).isEqualTo(new BigDecimal("1.5"));
        assertThat(line.drug()
                        .drugQuantity()
                        .compositeUnitOfMeasure()
                        .codeQualifier()
                        .code())
                .isEqualTo("ML");
        assertThat(line.renderingProvider().name().lastOrOrganization()).isEqualTo("LINE");
        assertThat(line.purchasedService().npi()).isEqualTo("1234567893");
        assertThat(line.serviceFacility().address().line1()).isEqualTo("3 SITE ROAD");
        assertThat(line.supervisingProvider().name().first()).isEqualTo("LIZ");
        assertThat(line.orderingProvider().name().first()).isEqualTo("OTTO");
        assertThat(line.referringProvider()).hasSize(1);
        assertThat(line.ambulancePickUp().address().line1()).isEqualTo("4 FROM STREET");
        assertThat(line.ambulanceDropOff().address().line1()).isEqualTo("5 TO STREET");
        assertThat(line.lineAdjudication().get(0).adjustments()).hasSize(2);
        assertThat(line.lineAdjudication().get(0).payerId()).isEqualTo("OP1");
        assertThat(line.lineAdjudication().get(0).paidAmount()).isEqualTo(new BigDecimal("100"));
        assertThat(line.lineAdjudication()
                        .get(0)
                        .lineCheckOrRemittanceDate()
                        .adjudicationOrPaymentDate()
                        .from())
                .isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(line.form().get(0).supportingDocumentation()).hasSize(1);
    }

    @Test
    void aClaimComesWithWhatSurroundsIt() {
        var claims = new ArrayList<ProfessionalClaim>();
        Files837.read(
                Files837.file(Files837.claimBody()), X12Reader.streaming(), (ProfessionalClaimHandler) claims::add);
        var claim = claims.get(0);
        assertThat(claim.set().controlNumber()).isEqualTo("0001");
        assertThat(claim.set().interchange().sender()).isEqualTo("SUPERBILL");
        assertThat(claim.beginning().batchNumber()).isEqualTo("BATCH1");
        assertThat(claim.submitter().name().id()).isEqualTo("SB1");
        assertThat(claim.submitter().contacts().get(0).numbers().get(0).value()).isEqualTo("5550100");
        assertThat(claim.receiver().name().id()).isEqualTo("P1");
        assertThat(claim.billingProvider().billingProviderName().npi()).isEqualTo("1912301953");
        assertThat(claim.billingProvider().billingProviderName().reference("EI"))
                .isEqualTo("587654321");
        assertThat(claim.subscriber().patientIsSubscriber()).isTrue();
        assertThat(claim.subscriber().payerName().name().id()).isEqualTo("999996666");
        assertThat(claim.subscriber()
                        .subscriberName()
                        .subscriberDemographicInformation()
                        .subscriberBirthDate()
                        .from())
                .isEqualTo(LocalDate.of(1973, 5, 1));
        assertThat(claim.patient()).isNull();
        assertThat(claim.errors()).isEmpty();
    }

    @Test
    void theErrorsOfAClaimComeWithIt() {
        var body = Files837.claimBody();
        var second =
                body.substring(body.indexOf("CLM*")).replace("CLM*C1", "CLM*C2").replace("HI*ABK:J069*ABF:Z23\n", "");
        var claims = new ArrayList<ProfessionalClaim>();
        Files837.read(Files837.file(body + second), X12Reader.streaming(), (ProfessionalClaimHandler) claims::add);
        assertThat(claims.get(0).errors()).isEmpty();
        assertThat(Files837.codes(claims.get(1).errors())).containsExactly("SEGMENT 3 HI");
    }

    @Test
    void aClaimWithoutItsHeaderIsNobodysClaim() {
        var orphans = new ArrayList<String>();
        var text = Files837.file(Files837.claimBody().replace("BHT*0019*00*BATCH1*20260302*0930*CH\n", ""));
        Files837.read(text, X12Reader.streaming(), new ProfessionalClaimHandler() {
            @Override
            public void claim(ProfessionalClaim claim) {
                throw new AssertionError("not a claim");
            }

            @Override
            public void orphan(Unit unit) {
                orphans.add(unit.loop().id());
            }
        });
        assertThat(orphans).containsExactly("2300");
    }
}
