package org.superbill.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole system, running: PostgreSQL, Kafka, the four services and the payer simulator, each a process of its own. */
public final class Stack implements AutoCloseable {
    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";

    private final StackOptions options;
    private final Map<Port, Integer> ports;
    private final FileChannel lock;
    private final StateFile stateFile;
    private final Secrets secrets;
    private final Environment environment;
    private final Tokens tokens;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final Map<String, StackProcess> processes = new LinkedHashMap<>();
    private final Thread atExit = new Thread(this::close, "stop-superbill");
    private final Object startOrClose = new Object();
    private volatile @Nullable Thread starter;
    private volatile Consumer<String> onDeath = line -> {};
    private volatile @Nullable UUID organization;
    private volatile boolean closing;
    private boolean closed;

    private Stack(StackOptions options, FileChannel lock) {
        var state = options.state();
        this.options = options;
        this.lock = lock;
        this.ports = options.ports();
        this.stateFile = new StateFile(state);
        this.secrets = Secrets.in(state.resolve("secrets"));
        this.environment = new Environment(ports, secrets, state, options.clockAhead());
        this.tokens = new Tokens(secrets.issuerKey(), Clock.systemUTC());
        this.postgres = LocalPostgres.stopped(
                state.resolve(POSTGRES), log(POSTGRES), port(Port.POSTGRES), secrets::databasePassword);
        this.kafka =
                LocalKafka.stopped(state.resolve(KAFKA), log(KAFKA), port(Port.KAFKA), port(Port.KAFKA_CONTROLLER));
        add(POSTGRES, Port.POSTGRES, postgres.startable());
        add(KAFKA, Port.KAFKA, kafka.startable());
        ServiceSpec.ALL.forEach(service -> add(service.name(), service.port(), startable(service)));
    }

    /**
     * Starts everything, waits until all is ready, and sees to it that the sandbox's organization and its CPT release are there.
     * @throws StackException with one line that says what is wrong and what to do; then nothing is left running
     */
    public static Stack start(StackOptions options) {
        ServiceSpec.ALL.forEach(service -> service.requireBuilt(options.root()));
        StateFolder.requireSpace(options.state());
        var lock = StateFolder.lock(options.state());
        Stack stack;
        try {
            new StateFile(options.state()).endOrphans();
            if (options.fresh()) {
                StateFolder.empty(options.state());
            }
            StateFolder.keepPreviousLogs(options.state());
            StateFolder.deleteFile(options.state().resolve("env"));
            stack = new Stack(options, lock);
            Port.requireFree(stack.ports);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(stack.atExit);
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Ends every process of the system, in order, and no other; what it keeps stays in its state folder. */
    @Override
    public void close() {
        closing = true;
        var starting = starter;
        if (starting != null && starting != Thread.currentThread()) {
            starting.interrupt();
        }
        synchronized (startOrClose) {
            if (closed) {
                return;
            }
            closed = true;
            var interrupted = Thread.interrupted(); // what follows waits
            options.progress()
                    .accept(
                            ServiceSpec.ALL.stream().map(this::archive).anyMatch(ClassArchive::isMade)
                                    ? "Stopping; the first time after a build takes longer, and makes the next start faster"
                                    : "Stopping");
            var stores = List.of(process(POSTGRES), process(KAFKA));
            Parallel.each(
                    processes.values().stream()
                            .filter(process -> !stores.contains(process))
                            .toList(),
                    StackProcess::stop);
            Parallel.each(stores, StackProcess::stop);
            stateFile.delete();
            StateFolder.deleteFile(environmentFile());
            release(lock);
            ShutdownHooks.remove(atExit);
            options.progress().accept("Everything is stopped");
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The gateway's address, without a slash at the end. */
    public String gatewayUrl() {
        return environment.url(Port.GATEWAY);
    }

    /** The payer simulator's address, without a slash at the end. */
    public String payerSimulatorUrl() {
        return environment.url(Port.PAYER_SIMULATOR);
    }

    /** The address of any of the services by its name, past the gateway. */
    public String url(String service) {
        return "http://localhost:" + process(service).port();
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Path state() {
        return options.state();
    }

    /** The organization that the sandbox begins with. */
    public UUID organization() {
        return Objects.requireNonNull(organization, "the system is still starting");
    }

    /** In the order in which they start: postgres, kafka, coding-service, billing-service, patient-service, gateway, payer-simulator. */
    public List<StackProcess> processes() {
        return List.copyOf(processes.values());
    }

    /** @throws IllegalArgumentException when there is no process of this name */
    public StackProcess process(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("There is no process " + name));
    }

    Optional<StackProcess> find(String name) {
        return Optional.ofNullable(processes.get(name));
    }

    /**
     * Delivers records once more, as they are, to the partition that they are in.
     * @param subject only the events about this one; all when it is null
     * @param topics only from these; from all but the dead letters when it is empty
     * @return how many
     */
    public int redeliver(@Nullable String subject, Collection<String> topics) {
        return new Redelivery(kafka.bootstrapServers()).redeliver(subject, topics);
    }

    /** Moves the business clock of every service, of those too that start later, and the payer's with it while it runs. */
    public void moveClock(Instant now) {
        new SandboxClock(kafka.bootstrapServers()).moveTo(now);
        if (process("payer-simulator").state() == StackProcess.State.RUNNING) {
            new PayerClock(environment.url(Port.PAYER_SIMULATOR)).moveTo(LocalDate.ofInstant(now, ZoneOffset.UTC));
        }
    }

    /** Is told, once, when a process ends that nobody has stopped or killed through this class. */
    public void onDeath(Consumer<String> listener) {
        onDeath = listener;
        died().ifPresent(process -> listener.accept(process.howItEnded()));
    }

    private Optional<StackProcess> died() {
        return processes.values().stream()
                .filter(process -> process.state() == StackProcess.State.DIED)
                .findFirst();
    }

    String controlToken() {
        return secrets.controlToken();
    }

    int controlPort() {
        return port(Port.CONTROL);
    }

    private void startAll() {
        synchronized (startOrClose) {
            starter = Thread.currentThread();
            startEach();
            starter = null;
        }
        record();
    }

    private void startEach() {
        var began = System.nanoTime();
        Parallel.each(List.of(process(POSTGRES), process(KAFKA)), process -> start(process, began));
        Parallel.each(ServiceSpec.ALL, service -> start(process(service.name()), began));
        try {
            var sandbox = new Sandbox(gatewayUrl(), tokens);
            organization = sandbox.ensureOrganization();
            sandbox.ensureCodes(organization());
        } catch (StackException e) {
            throw died().map(process -> new StackException(process.howItEnded(), e))
                    .orElse(e);
        }
        writeTokens();
        writeEnvironment();
        say(began, "Everything is ready");
    }

    private void start(StackProcess process, long began) {
        process.start();
        say(began, process.name() + " is ready");
    }

    private void say(long began, String what) {
        options.progress().accept("%5.1f s  %s".formatted((System.nanoTime() - began) / 1e9, what));
    }

    /** A token of each role in the sandbox's organization, by the role's name. */
    Map<String, String> readyMadeTokens() {
        var ready = new LinkedHashMap<String, String>();
        ready.put("platform-admin", tokens.platformAdmin());
        Tokens.ROLES.forEach(role -> ready.put(role, tokens.of(organization(), role)));
        ready.put("system", tokens.system(organization(), "code-release:load", "code:read"));
        return ready;
    }

    private void writeTokens() {
        var folder = tokenFolder();
        try {
            Files.createDirectories(folder);
            for (var token : readyMadeTokens().entrySet()) {
                Secrets.write(folder.resolve(token.getKey()), token.getValue());
            }
        } catch (IOException e) {
            throw new StackException("The tokens cannot be written to %s: %s".formatted(folder, e), e);
        }
    }

    /** For shells: {@code . .superbill/env}. It is there while the system is. */
    private void writeEnvironment() {
        try {
            Secrets.write(
                    environmentFile(),
                    "SUPERBILL=%s\nPAYER_SIMULATOR=%s\nPLATFORM_ADMIN_TOKEN=%s"
                            .formatted(gatewayUrl(), payerSimulatorUrl(), tokens.platformAdmin()));
        } catch (IOException e) {
            throw new StackException("%s cannot be written: %s".formatted(environmentFile(), e), e);
        }
    }

    private Path environmentFile() {
        return options.state().resolve("env");
    }

    Path tokenFolder() {
        return options.state().resolve("tokens");
    }

    Path logFolder() {
        return options.state().resolve("logs");
    }

    private Path log(String process) {
        return logFolder().resolve(process + ".log");
    }

    private int port(Port port) {
        return Objects.requireNonNull(ports.get(port));
    }

    private Startable startable(ServiceSpec service) {
        return new ServiceProcess(
                        service,
                        service.jar(options.root()),
                        archive(service),
                        options.lasting(),
                        port(service.port()),
                        environment.of(service),
                        log(service.name()))
                .startable();
    }

    private ClassArchive archive(ServiceSpec service) {
        return new ClassArchive(service.jar(options.root()), options.archiving());
    }

    private void add(String name, Port port, Startable startable) {
        processes.put(name, new StackProcess(name, port(port), log(name), startable, this::changed));
    }

    private void changed(StackProcess process) {
        if (!closing) {
            if (process.state() == StackProcess.State.DIED) {
                onDeath.accept(process.howItEnded()); // first: the disk that is full may be why it died
            }
            record();
        }
    }

    private void record() {
        synchronized (stateFile) {
            var urls = new LinkedHashMap<String, String>();
            ServiceSpec.ALL.forEach(service -> urls.put(service.name(), environment.url(service.port())));
            urls.put("control", environment.url(Port.CONTROL));
            var labelled = new LinkedHashMap<String, Integer>();
            ports.forEach((port, number) -> labelled.put(port.label(), number));
            var known = organization;
            stateFile.write(new StateFile.Content(
                    StateFile.Recorded.self(),
                    urls,
                    labelled,
                    known == null ? null : known.toString(),
                    logFolder().toString(),
                    tokenFolder().toString(),
                    secrets.controlToken(),
                    processes.values().stream().map(StateFile.Recorded::of).toList()));
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StackException("The state folder cannot be released: " + e, e);
        }
    }
}
