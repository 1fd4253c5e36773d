package org.superbill.payersimulator.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.superbill.payersimulator.StateDirectory;

/** All claims, in memory and each in a file; read before the simulator says that it is ready. */
@Startup
@Singleton
public class PayerClaims {
    private final Path folder;
    private final ObjectMapper json;
    private final Map<String, PayerClaim> byNumber = new LinkedHashMap<>();

    PayerClaims(StateDirectory state, ObjectMapper json) {
        this.folder = state.folder("claims");
        this.json = json;
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                var claim = json.readValue(file.toFile(), PayerClaim.class);
                byNumber.put(claim.claim().payerClaimNumber(), claim);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param payerClaimNumber as this payer gave it */
    public synchronized Optional<PayerClaim> find(String payerClaimNumber) {
        return Optional.ofNullable(byNumber.get(payerClaimNumber));
    }

    public synchronized List<PayerClaim> of(String account) {
        return byNumber.values().stream()
                .filter(claim -> claim.claim().account().equals(account))
                .sorted(Comparator.comparing(PayerClaim::receivedOn))
                .toList();
    }

    public synchronized List<PayerClaim> unpaid() {
        return new ArrayList<>(
                byNumber.values().stream().filter(claim -> !claim.isPaid()).toList());
    }

    public synchronized void keep(PayerClaim claim) {
        try {
            StateDirectory.write(
                    folder.resolve(claim.claim().payerClaimNumber() + ".json"), json.writeValueAsBytes(claim));
            byNumber.put(claim.claim().payerClaimNumber(), claim);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
