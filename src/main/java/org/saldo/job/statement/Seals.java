package org.saldo.job.statement;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.saldo.delivery.pdf.PdfSeal;
import org.saldo.delivery.pdf.SealKey;
import org.saldo.delivery.pdf.TimeStamps;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.settings.HubProperties;
import org.saldo.settings.SettingsException;

/** The companies' electronic seals: a key file each ({@code seal.key-file}), with its password from the environment. */
public final class Seals {

    private static final String KEY = "seal.key-file";
    private static final String TIME = "seal.timestamp-url";
    private static final String COMPANY = "{company}";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HubProperties properties;
    private final Supplier<Companies> companies;
    private final InstantSource clock;
    private final Map<String, PdfSeal> seals = new ConcurrentHashMap<>();

    /** @param companies are asked for only where something is sealed */
    public Seals(HubProperties properties, Supplier<Companies> companies, InstantSource clock) {
        this.properties = properties;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * The sealed bytes; empty when nothing is sealed here.
     *
     * @throws SettingsException when the key or the time stamp cannot be had
     */
    Optional<byte[]> sealed(String company, byte[] pdf) {
        if (!properties.isSet(KEY)) {
            return Optional.empty();
        }
        PdfSeal seal = seals.computeIfAbsent(company, this::seal);
        requireValid(seal);
        try {
            return Optional.of(seal.seal(pdf, clock.instant()));
        } catch (UncheckedIOException noTime) {
            throw properties.isSet(TIME) ? properties.fault(TIME, noTime.getMessage()
                    + "; nothing is sealed until it answers, or the key is empty") : noTime;
        }
    }

    /** Reads every company's key. @throws SettingsException when one is missing, cannot be read or has expired */
    public Seals readable() {
        if (properties.isSet(KEY)) {
            companies.get().all().forEach(company -> requireValid(seals.computeIfAbsent(company.id(), this::seal)));
        }
        return this;
    }

    /** What is wrong with the keys, as {@code file:line: what; what to do}. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Company company : properties.isSet(KEY) ? companies.get().all() : List.<Company>of()) {
            try {
                seal(company.id());
            } catch (SettingsException fault) {
                if (!faults.contains(fault.getMessage())) {
                    faults.add(fault.getMessage());
                }
            }
        }
        return faults;
    }

    private PdfSeal seal(String company) {
        String file = properties.required(KEY);
        if (companies.get().all().size() > 1 && !file.contains(COMPANY)) {
            throw properties.fault(KEY, "'" + file + "' would be the seal of several companies; name a file for each with "
                    + COMPANY);
        }
        try {
            PdfSeal seal = new PdfSeal(SealKey.read(Path.of(file.replace(COMPANY, company)), properties.text("seal.password")),
                    times());
            requireValid(seal);
            return seal;
        } catch (IllegalArgumentException unreadable) {
            throw properties.fault(KEY, unreadable.getMessage());
        }
    }

    private Optional<TimeStamps> times() {
        if (!properties.isSet(TIME)) {
            return Optional.empty();
        }
        String address = properties.text(TIME);
        if (!address.matches("https?://[^\\s/]+(/\\S*)?")) {
            throw properties.fault(TIME, "'" + address + "' is no address such as http://tsa.example.com/tsr");
        }
        return Optional.of(new TimeStamps(URI.create(address), PATIENCE));
    }

    /** A certificate may expire while the service runs. */
    private void requireValid(PdfSeal seal) {
        seal.fault(clock.instant()).ifPresent(why -> {
            throw properties.fault(KEY, why);
        });
    }
}
