package org.superbill.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.superbill.stack.Stack;
import org.superbill.stack.StackProgram;
import org.superbill.systemtests.Answer;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.Narrator;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Clinic;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;

/**
 * How many encounters a second go from registration to a sent 837, every call of journey 1 through the gateway, everything on this machine.
 * Beside it, from the same server in the same run, a plain one-row update transaction, and the transactions that an encounter took.
 */
public final class MainJobBench {
    private static final int ENCOUNTERS = Integer.getInteger("encounters", 1_000);
    private static final int CLIENTS = 16;

    /** So that seven young JVMs on two cores have compiled most of what the job runs. */
    private static final int WARMING = Integer.getInteger("warming", 500);

    private static final int WARMING_CLIENTS = Integer.getInteger("warmingClients", 4);

    private static final Duration USUALLY_THERE = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> DATABASES = List.of("patient", "coding", "billing", "gateway");

    private final Stack stack;
    private final Gateway frontDesk;
    private final Gateway clinician;
    private final Gateway coder;
    private final Gateway biller;
    private final Clinic clinic;
    private final String payer;
    private final String visit;
    /** One for each encounter: the same service of one patient on one day twice is stopped as sent already. */
    private final Queue<String> patients = new ConcurrentLinkedQueue<>();

    private MainJobBench(SuperbillSystem system) {
        this.stack = system.stack();
        var practice = Practice.opens(system, Facts.RIVERSIDE);
        this.clinic = practice.clinic();
        var practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        var office = clinic.registersLocation(Facts.OFFICE);
        this.payer = clinic.registersPayer(Facts.commercialPayer());
        this.frontDesk = practice.as("front-desk");
        this.clinician = practice.as("clinician");
        this.coder = practice.as("coder");
        this.biller = practice.as("biller");
        this.visit = """
                {"patientId": "%%s", "practitionerId": "%s", "locationId": "%s", "serviceDate": "2026-03-02"}
                """.formatted(practitioner, office);
    }

    public static void main(String[] arguments) {
        var ran = StackProgram.run(
                RunningSystem.temporary("bench").forLong().reporting(System.out::println),
                stack -> new MainJobBench(SuperbillSystem.of(stack, Narrator.silent())).run());
        System.exit(ran ? 0 : 1);
    }

    private Void onePatient() {
        var patient = clinic.registersPatient(Facts.MARIA);
        clinic.registersCoverage(patient, Facts.ownCoverage(payer, "W" + Math.abs(patient.hashCode())));
        patients.add(patient);
        return null;
    }

    private void run() throws Exception {
        Work.inParallel(CLIENTS, WARMING + ENCOUNTERS, this::onePatient);
        Work.inParallel(WARMING_CLIENTS, WARMING, this::oneEncounter);
        awaitSent(WARMING);
        var transactionsBefore = transactions();
        var start = System.nanoTime();
        Work.inParallel(CLIENTS, ENCOUNTERS, this::oneEncounter);
        awaitSent(WARMING + ENCOUNTERS);
        var seconds = (System.nanoTime() - start) / 1e9;
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2)); // the statistics of the last transactions
        var transactions = transactions() - transactionsBefore;
        Bench.print("main_job.encounters", ENCOUNTERS, "encounters");
        Bench.print("main_job.encounters_per_s", ENCOUNTERS / seconds, "1/s");
        Bench.print("main_job.transactions_per_encounter", (double) transactions / ENCOUNTERS, "transactions");
        Bench.print("main_job.pgbench_tps", plainUpdates(), "1/s");
    }

    private Void oneEncounter() {
        var encounter = frontDesk
                .post("/api/v1/encounters", visit.formatted(patients.remove()))
                .expect(201);
        clinician
                .post(
                        "/api/v1/encounters/%s/complete".formatted(encounter.id()),
                        "{\"services\": [%s, %s]}"
                                .formatted(Facts.service("90658", 25_00), Facts.service("90471", 30_00)),
                        encounter.etag())
                .expect(200);
        coder.get("/api/v1/codes/search?system=icd-10-cm&on=2026-03-02&limit=10&q=flu%20vaccination")
                .expect(200);
        var toCode = first(coder, "/api/v1/coding-cases?encounterId=" + encounter.id());
        var codingCase = "/api/v1/coding-cases/" + toCode.path("id").asText();
        var assigned =
                coder.post(codingCase + "/assign", "{}", Answer.etagOf(toCode)).expect(200);
        var coded = coder.put(
                        codingCase + "/coding",
                        "{\"diagnoses\": [\"Z23\"], \"lines\": [%s, %s]}"
                                .formatted(Facts.line(1, "90658", 1), Facts.line(2, "90471", 1)),
                        assigned.etag())
                .expect(200);
        coder.post(codingCase + "/finalize", "{}", coded.etag()).expect(200);
        var claim = first(biller, "/api/v1/claims?encounterId=" + encounter.id());
        var submitted = biller.post(
                        "/api/v1/claims/%s/submit".formatted(claim.path("id").asText()), "{}", Answer.etagOf(claim))
                .expect(202);
        assertThat(submitted.json().path("transport").asText())
                .as(submitted.text())
                .isEqualTo("queued");
        return null;
    }

    /** What a list shows is whole, and says what If-Match wants. */
    private static JsonNode first(Gateway gateway, String list) {
        var found = new JsonNode[1];
        LockSupport.parkNanos(USUALLY_THERE.toNanos()); // a client that looks at once looks in vain
        Work.awaitCount(
                1,
                PATIENCE,
                () -> {
                    var items = gateway.get(list).expect(200).json().path("items");
                    found[0] = items.path(0);
                    return items.size();
                },
                () -> "nothing came for " + list);
        return found[0];
    }

    /** Waits until as many versions of claims are in a sent 837; read past the API, so that the wait costs nothing. */
    private void awaitSent(int count) throws SQLException {
        try (var connection = stack.postgres().connect("billing", "billing_owner")) {
            Work.awaitCount(
                    count,
                    PATIENCE,
                    () -> query(connection, "select count(*) from claim_version where sent_at is not null"),
                    () -> "the others are " + transports(connection));
        }
    }

    /** How many versions of claims that were not sent are in which transport state. */
    private static String transports(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select transport, count(*) from claim_version where sent_at is null group by 1 order by 1")) {
            var states = new ArrayList<String>();
            while (rows.next()) {
                states.add(rows.getLong(2) + " " + rows.getString(1));
            }
            return states.isEmpty() ? "no claims yet" : String.join(", ", states);
        }
    }

    private long transactions() throws SQLException {
        try (var connection = stack.postgres().connect("postgres", "postgres")) {
            return query(
                    connection,
                    "select sum(xact_commit + xact_rollback) from pg_stat_database where datname in ('%s')"
                            .formatted(String.join("', '", DATABASES)));
        }
    }

    private double plainUpdates() throws Exception {
        var seconds = 5;
        try (var connection = stack.postgres().connect("billing", "billing_owner");
                var statement = connection.createStatement()) {
            statement.execute("create table plain (id int primary key, n bigint not null)");
            statement.execute("insert into plain select i, 0 from generate_series(1, 1000) i");
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            var writers = new ArrayList<Callable<Long>>();
            for (var i = 0; i < 8; i++) {
                var offset = i * 100;
                writers.add(() -> {
                    var done = 0L;
                    try (var connection = stack.postgres().connect("billing", "billing_owner");
                            var update = connection.prepareStatement("update plain set n = n + 1 where id = ?")) {
                        while (System.nanoTime() < end) {
                            update.setInt(1, offset + (int) (done % 100) + 1);
                            update.executeUpdate();
                            done++;
                        }
                    }
                    return done;
                });
            }
            var total = 0L;
            for (var writer : threads.invokeAll(writers)) {
                total += writer.get();
            }
            return (double) total / seconds;
        } finally {
            threads.shutdown();
        }
    }

    private static long query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
