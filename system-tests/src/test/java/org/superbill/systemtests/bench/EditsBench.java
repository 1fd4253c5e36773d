package org.superbill.systemtests.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.superbill.stack.StackException;
import org.superbill.stack.StackProgram;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.Narrator;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;

/**
 * How long a check of a claim of six lines takes through the gateway, with CMS's tables loaded, 100 a second whether or not the ones before are answered (so that
 * waiting is counted). What needs no running system is measured in billing-service.
 */
public final class EditsBench {
    private static final Path CMS = Path.of("../shared/data/cms");
    private static final List<String> FILES = List.of(
            "ncci_ptp_practitioner_2024q3.csv.gz",
            "ncci_ptp_outpatient_2024q3_active.csv.gz",
            "ncci_mue_practitioner_2024q3.csv.gz",
            "ncci_mue_outpatient_2024q3.csv.gz",
            "ncci_mue_dme_2024q3.csv.gz",
            "ncci_add_on_2024.csv.gz",
            "pfs_rvu_2025_october.csv.gz");

    private static final String CHECKS = "/api/v1/claim-checks";
    private static final int PER_SECOND = Integer.getInteger("perSecond", 100);
    private static final int WARMING_SECONDS = Integer.getInteger("warming", 90);
    private static final int FEW = 4;
    private static final int SECONDS = Integer.getInteger("seconds", 30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final SuperbillSystem system;
    private final String loader;
    private final String biller;
    private final byte[] claim;

    private EditsBench(SuperbillSystem system) {
        this.system = system;
        var practice = Practice.opens(system, Facts.RIVERSIDE);
        var organization = UUID.fromString(practice.organizationId());
        var clinic = practice.clinic();
        var practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        var office = clinic.registersLocation(Facts.OFFICE);
        var payer = clinic.registersPayer(Facts.commercialPayer());
        var patient = clinic.registersPatient(Facts.MARIA);
        var coverage = clinic.registersCoverage(patient, Facts.ownCoverage(payer, "W123456789"));
        this.loader = system.stack().tokens().system(organization, "code-release:load");
        this.biller = system.stack().tokens().system(organization, "claim:read");
        this.claim = claim(practitioner, office, patient, coverage).getBytes(UTF_8);
    }

    public static void main(String[] arguments) {
        var ran = StackProgram.run(
                RunningSystem.temporary("bench").forLong().reporting(System.out::println),
                stack -> new EditsBench(SuperbillSystem.of(stack, Narrator.silent())).run());
        System.exit(ran ? 0 : 1);
    }

    private void run() throws Exception {
        loadTables();
        awaitFacts();
        warm();
        var before = processorTimes();
        var nanos = inject(SECONDS);
        processorTimes()
                .forEach((process, time) -> Bench.print(
                        "edits.check_cpu_ms." + process,
                        time.minus(before.getOrDefault(process, Duration.ZERO)).toNanos() / 1e6 / nanos.length,
                        "ms"));
        Bench.print("edits.check_p50_ms", nanos[nanos.length / 2] / 1e6, "ms");
        Bench.print("edits.check_p99_ms", nanos[nanos.length * 99 / 100] / 1e6, "ms");
        Bench.print("edits.check_worst_ms", nanos[nanos.length - 1] / 1e6, "ms");
    }

    private void loadTables() throws IOException, InterruptedException {
        for (var file : FILES) {
            var path = CMS.resolve(file);
            if (!Files.exists(path)) {
                throw new StackException("There is no " + path);
            }
            var loaded = Gateway.JSON.readTree(
                    post("/api/v1/edit-tables", "application/octet-stream", BodyPublishers.ofFile(path), loader, file));
            for (var release : loaded.path("releases")) {
                post(
                        "/api/v1/edit-tables/%s/releases/%s/activate"
                                .formatted(
                                        release.path("table").asText(),
                                        release.path("release").asText()),
                        "application/json",
                        BodyPublishers.ofString("{}"),
                        loader,
                        file);
            }
        }
    }

    /** Until billing has heard of the patient; the first answer has to find what NCCI denies. */
    private void awaitFacts() throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = http.send(check(), BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                if (!answer.body().contains("ncci-pair")) {
                    throw new StackException("The pair was not found: " + answer.body());
                }
                return;
            }
            if (System.nanoTime() > until) {
                throw new StackException("A check was answered %d %s".formatted(answer.statusCode(), answer.body()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** A few at a time: what has just started would only have a queue to work off. */
    private void warm() {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARMING_SECONDS);
        while (System.nanoTime() < until) {
            var few = new ArrayList<CompletableFuture<Void>>();
            for (var i = 0; i < FEW; i++) {
                few.add(http.sendAsync(check(), BodyHandlers.discarding()).thenAccept(EditsBench::requireDone));
            }
            few.forEach(CompletableFuture::join);
        }
    }

    private static void requireDone(HttpResponse<?> answer) {
        if (answer.statusCode() != 200) {
            throw new StackException("A check was answered " + answer.statusCode());
        }
    }

    /** @return nanoseconds from when each check was due until it was answered, ascending */
    private long[] inject(int seconds) {
        var pending = new ArrayList<CompletableFuture<Long>>();
        var start = System.nanoTime();
        for (var i = 0; i < seconds * PER_SECOND; i++) {
            var due = start + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            pending.add(http.sendAsync(check(), BodyHandlers.ofByteArray()).thenApply(answer -> {
                requireDone(answer);
                return System.nanoTime() - due;
            }));
        }
        return pending.stream().mapToLong(CompletableFuture::join).sorted().toArray();
    }

    /** Of each process with those that it has started, so far: for a machine that does other things too. */
    private Map<String, Duration> processorTimes() {
        var times = new TreeMap<String, Duration>();
        for (var process : system.stack().processes()) {
            process.pid().stream()
                    .boxed()
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(handle -> {
                        var family = Stream.concat(Stream.of(handle), handle.descendants());
                        times.put(
                                process.name(),
                                family.flatMap(member -> member.info().totalCpuDuration().stream())
                                        .reduce(Duration.ZERO, Duration::plus));
                    });
        }
        return times;
    }

    private HttpRequest check() {
        return request(CHECKS, "application/json", BodyPublishers.ofByteArray(claim), biller)
                .build();
    }

    private byte[] post(String path, String contentType, BodyPublisher body, String token, String file)
            throws IOException, InterruptedException {
        var request = request(path, contentType, body, token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file))
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new StackException(
                    "%s was answered %d %s".formatted(path, answer.statusCode(), new String(answer.body(), UTF_8)));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path, String contentType, BodyPublisher body, String token) {
        return HttpRequest.newBuilder(URI.create(system.stack().gatewayUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .POST(body);
    }

    /** A visit with procedures, of which one is column 2 of another. */
    private static String claim(String practitioner, String location, String patient, String coverage) {
        var procedures = List.of("99213", "20610", "71046", "93000", "36415", "80053");
        var lines = new ArrayList<String>();
        for (var procedure : procedures) {
            lines.add("""
                    {"lineNumber":%d,"procedureCode":"%s","modifiers":[],"units":1,"chargeCents":10000,"serviceDate":"2026-03-02","diagnosisPointers":[1]}""".formatted(lines.size() + 1, procedure));
        }
        return """
                {"claim":{"encounter":{"practitionerId":"%s","locationId":"%s","patientId":"%s","coverageIds":["%s"],"serviceDate":"2026-03-02","diagnoses":["J029"],
                "lines":[%s]}}}""".formatted(practitioner, location, patient, coverage, String.join(",", lines));
    }
}
