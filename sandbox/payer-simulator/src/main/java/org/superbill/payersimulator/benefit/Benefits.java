package org.superbill.payersimulator.benefit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.StateDirectory;

/** Members with their coverage and cost sharing, and fees by procedure; kept with the state. Without any, the published rules hold for everybody. */
@Singleton
public class Benefits {
    private final ObjectMapper json;
    private final Path file;
    private volatile Known known;

    Benefits(StateDirectory state, ObjectMapper json) {
        this.json = json;
        this.file = state.folder("benefits").resolve("benefits.json");
        try {
            this.known = Files.exists(file) ? json.readValue(file.toFile(), Known.class) : Known.NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A member.
     *
     * @param coverageFrom the first day of coverage
     * @param coverageTo the last, or null while it goes on
     * @param copay of an office visit, in dollars
     * @param coinsuranceShare of what is allowed, from 0 to 1
     */
    public record Member(
            LocalDate coverageFrom, @Nullable LocalDate coverageTo, BigDecimal copay, BigDecimal coinsuranceShare) {
        /** @throws IllegalArgumentException when an amount cannot be */
        public Member {
            if (copay.signum() < 0 || coinsuranceShare.signum() < 0 || coinsuranceShare.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("A copay is zero or more, a coinsurance share from 0 to 1");
            }
        }

        public boolean isCovered(LocalDate day) {
            return !day.isBefore(coverageFrom) && (coverageTo == null || !day.isAfter(coverageTo));
        }
    }

    /**
     * All of it.
     *
     * @param fees what is allowed for one unit of a procedure, or of a revenue code where no procedure is sent, in dollars
     */
    public record Known(Map<String, Member> members, Map<String, BigDecimal> fees) {
        static final Known NOTHING = new Known(Map.of(), Map.of());

        public Known {
            members = new TreeMap<>(members);
            fees = new TreeMap<>(fees);
            if (fees.values().stream().anyMatch(fee -> fee.signum() < 0)) {
                throw new IllegalArgumentException("A fee is zero or more");
            }
        }
    }

    public Known all() {
        return known;
    }

    public Optional<Member> member(String memberId) {
        return Optional.ofNullable(known.members().get(memberId));
    }

    /** What the contract allows for a unit; empty where it says nothing. */
    public Optional<BigDecimal> fee(String service) {
        return Optional.ofNullable(known.fees().get(service));
    }

    public synchronized void replace(Known all) {
        try {
            StateDirectory.write(file, json.writeValueAsBytes(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        known = all;
    }
}
