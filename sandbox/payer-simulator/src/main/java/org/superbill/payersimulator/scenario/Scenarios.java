package org.superbill.payersimulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.superbill.payersimulator.StateDirectory;

/** Every scenario: those that ship, {@code scenarios.json}, until others are put in their place, which is kept with the state. */
@Singleton
public class Scenarios {
    private final ObjectMapper json;
    private final Path file;
    private final Path mixFile;
    private volatile List<Scenario> all;
    private volatile Mix mix;

    Scenarios(StateDirectory state, ObjectMapper json) {
        this.json = json;
        this.file = state.folder("scenarios").resolve("scenarios.json");
        this.mixFile = state.folder("scenarios").resolve("mix.json");
        try {
            this.all = checked(
                    Files.exists(file)
                            ? json.readValue(file.toFile(), new TypeReference<List<Scenario>>() {})
                            : shipped(json));
            this.mix = Files.exists(mixFile) ? json.readValue(mixFile.toFile(), Mix.class) : Mix.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that ship. */
    public static List<Scenario> shipped(ObjectMapper json) {
        try (var shipped = Scenarios.class.getResourceAsStream("/scenarios.json")) {
            return json.readValue(Objects.requireNonNull(shipped), new TypeReference<List<Scenario>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Scenario> all() {
        return all;
    }

    public Mix mix() {
        return mix;
    }

    /** @throws IllegalArgumentException when two are alike, or none is for all others */
    public synchronized void replace(List<Scenario> scenarios) {
        var checked = checked(scenarios);
        StateDirectory.write(file, bytes(scenarios));
        all = checked;
    }

    /** @throws IllegalArgumentException when it names a scenario that is none */
    public synchronized void deal(Mix dealt) {
        dealt.weights().keySet().forEach(this::byId);
        StateDirectory.write(mixFile, bytes(dealt));
        mix = dealt;
    }

    /**
     * What happens to a claim: by the longest end of the member id that a scenario has, else by the mix.
     *
     * @param claim by which lots are drawn
     */
    public Scenario of(String memberId, String claim) {
        var scenario = ofMember(memberId);
        var drawn = scenario.memberIdEndsWith().isEmpty() ? mix.draw(claim) : "";
        return drawn.isEmpty() ? scenario : byId(drawn);
    }

    /** By the longest end of the member id that a scenario has. */
    public Scenario ofMember(String memberId) {
        return all.stream()
                .filter(each -> memberId.endsWith(each.memberIdEndsWith()))
                .max(Comparator.comparingInt(each -> each.memberIdEndsWith().length()))
                .orElseThrow();
    }

    /** Of a claim that is here already; one that was taken away since is the one for all others. */
    public Scenario named(String id) {
        return all.stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseGet(() -> of("", ""));
    }

    private Scenario byId(String id) {
        return all.stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario " + id));
    }

    private static List<Scenario> checked(List<Scenario> scenarios) {
        var ids = new HashSet<String>();
        var endings = new HashSet<String>();
        for (var scenario : scenarios) {
            if (!ids.add(scenario.id()) || !endings.add(scenario.memberIdEndsWith())) {
                throw new IllegalArgumentException("Two scenarios are alike: " + scenario.id());
            }
        }
        if (!endings.contains("")) {
            throw new IllegalArgumentException("No scenario is for all others: one has an empty memberIdEndsWith");
        }
        return List.copyOf(scenarios);
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
