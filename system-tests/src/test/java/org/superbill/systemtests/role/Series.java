package org.superbill.systemtests.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.systemtests.Answer;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.Narrator;
import org.superbill.systemtests.SuperbillSystem;

/** Many flu shots, each of a patient of its own (the same shot of one patient on one day is stopped), for what must hold however many there are and whatever fails. */
public final class Series {
    private static final String ON = "2026-03-02";

    private final Practice practice;
    private final Clinic clinic;
    private final Coder coder;
    private final Biller biller;
    private final Gateway frontDesk;
    private final String practitioner;
    private final String office;
    private final String payer;
    private final String patient;
    private final List<Visit> visits = new ArrayList<>();

    private Series(Practice practice) {
        this.practice = practice;
        this.clinic = practice.clinic();
        this.coder = practice.coder();
        this.biller = practice.biller();
        this.frontDesk = practice.as("front-desk");
        this.practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        this.office = clinic.registersLocation(Facts.OFFICE);
        this.payer = clinic.registersPayer(Facts.commercialPayer());
        this.patient = clinic.registersPatient(Facts.MARIA);
        clinic.registersCoverage(patient, Facts.ownCoverage(payer, "W123456789"));
    }

    public static Series begins(SuperbillSystem system) {
        return new Series(Practice.opens(system, Facts.RIVERSIDE));
    }

    public Visit completesAnEncounter() {
        var visitor = clinic.registersPatient(Facts.MARIA);
        var coverage =
                clinic.registersCoverage(visitor, Facts.ownCoverage(payer, "W%09d".formatted(visits.size() + 1)));
        var encounter = clinic.completesEncounter(
                visitor,
                practitioner,
                office,
                ON,
                "[%s, %s]".formatted(Facts.service("90658", 25_00), Facts.service("90471", 30_00)));
        var visit = new Visit(encounter, visitor, coverage, payer);
        visits.add(visit);
        return visit;
    }

    public void codes(Visit visit) {
        coder.codes(visit, """
                {"diagnoses": ["Z23"], "lines": [%s, %s]}
                """.formatted(Facts.line(1, "90658", 1), Facts.line(2, "90471", 1)));
    }

    public Visit codesAnEncounter() {
        var visit = completesAnEncounter();
        codes(visit);
        return visit;
    }

    /** How many encounters the organization has, those of failed attempts included. */
    public int encounters() {
        return frontDesk
                .peek("/api/v1/encounters?limit=200")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    public Answer triesToRegisterAnEncounter() {
        return frontDesk.post("/api/v1/encounters", """
                {"patientId": "%s", "practitionerId": "%s", "locationId": "%s", "serviceDate": "%s"}
                """.formatted(patient, practitioner, office, ON));
    }

    /** The claims of the encounters coded, one each, once all are there. */
    public List<String> claims() {
        return visits.stream().map(biller::receivesClaim).toList();
    }

    /** The claim of an encounter coded, once it is there. */
    public String claim(Visit visit) {
        return biller.receivesClaim(visit);
    }

    public void submits(String claimId) {
        biller.submits(claimId);
    }

    /** What a submission needs to know of a claim, to be sent at any time. */
    public @Nullable String etag(String claimId) {
        return biller.gateway().peek("/api/v1/claims/" + claimId).expect(200).etag();
    }

    public Answer triesToSubmit(String claimId, @Nullable String etag) {
        return biller.gateway().post("/api/v1/claims/%s/submit".formatted(claimId), "{}", etag);
    }

    /** The payer accepts every claim, its payment date comes, and every claim is paid. */
    public void arePaid() {
        claims().forEach(claimId -> biller.seesTransport(claimId, "accepted"));
        practice.payer().reachesPaymentDate();
        claims().forEach(claimId -> biller.seesAdjudication(claimId, "paid"));
    }

    public List<String> transports() {
        return claims().stream()
                .map(claimId -> biller.claim(claimId).path("transport").asText())
                .toList();
    }

    /** How many journal entries charge the claim. */
    private long charges(String claimId) {
        var charges = 0L;
        for (JsonNode entry : practice.books().entries(claimId)) {
            charges += entry.path("kind").asText().equals("charge") ? 1 : 0;
        }
        return charges;
    }

    /** One per claim sent. */
    private List<String> submittedEvents() {
        var submitted = new ArrayList<String>();
        for (var visit : visits) {
            practice.events(visit.encounterId()).stream()
                    .filter("claim-submitted"::equals)
                    .forEach(submitted::add);
        }
        return submitted;
    }

    /** The claim numbers that the payer has taken, as often as it has taken them. */
    private List<String> receivedByPayer() {
        var numbers = new ArrayList<String>();
        Gateway.at(practice.system().payerSimulator(), Narrator.silent())
                .peek("/mailboxes/%s/claims".formatted(practice.organizationId()))
                .expect(200)
                .json()
                .forEach(claim -> numbers.add(claim.path("claimNumber").asText()));
        return numbers;
    }

    /** Each claim has come to the payer, and was sent, charged and received once, whatever failed meanwhile. */
    public void eachWasSentOnce(int count) {
        var claims = claims();
        assertThat(claims).hasSize(count);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(transports()).containsOnly("accepted"));
        claims.forEach(
                claimId -> assertThat(charges(claimId)).as("charged once").isEqualTo(1));
        assertThat(submittedEvents()).hasSize(count);
        assertThat(receivedByPayer()).hasSize(count).doesNotHaveDuplicates();
        practice.books().areCoherent();
    }
}
