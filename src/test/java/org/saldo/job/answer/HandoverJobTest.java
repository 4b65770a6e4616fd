package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.answer.ReminderTalk.REPLIED;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.evidence.EvidenceJob;
import org.saldo.job.evidence.HandoverJob;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.settings.InterestFile;
import org.saldo.settings.InterestRatesFile;
import org.saldo.store.Contents;
import org.saldo.store.TestDatabase;
import org.saldo.store.dunning.CustomerFiles;

/** A handover holds the whole case of one customer, nothing of another's, and a hash of every file. */
class HandoverJobTest {

    @TempDir
    Path folder;

    private static final Decider ANNA = new Decider("anna", "for the lawyer", REPLIED, "");

    @ParameterizedTest
    @EnumSource
    void aHandoverHoldsTheCaseOfACustomerAndNobodyElses(TestDatabase kind) throws IOException {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            byte[] mail = talk.reply("C-1", "We dispute invoice INV-1002: the goods were damaged.");
            talk.take(mail);
            talk.take(talk.reply("C-2", "We will pay EUR 500.00 on 6 November 2026."));
            byte[] contract = "%PDF-1.4 contract".getBytes(StandardCharsets.ISO_8859_1);
            HandoverJob job = job(talk);
            job.keep(ANNA, "C-1", new CustomerFiles.File(CustomerFiles.Kind.CONTRACT, "", "contract.pdf", contract));
            Map<String, byte[]> pack = pack(job, "C-1");
            assertThat(pack).containsKeys("summary.txt", "SHA256SUMS", "tables/claim.csv", "tables/interest.csv",
                    "tables/contacts.csv", "tables/reminder_item.csv", "tables/reminder.csv");
            assertThat(text(pack, "summary.txt")).contains("Overdue: EUR 1500.00", "Interest: ", "through 2026-10-29");
            assertThat(text(pack, "tables/claim.csv")).contains("INV-1001", "INV-1002").doesNotContain("INV-1003");
            assertThat(text(pack, "tables/interest.csv")).contains("INV-1001,2026-10-10,2026-10-29,20,EUR,1200.00,6");
            assertThat(text(pack, "tables/contacts.csv")).contains("REMINDER", "REPLY", "ACKNOWLEDGEMENT");
            assertThat(pack.values()).anyMatch(bytes -> Arrays.equals(bytes, mail))
                    .anyMatch(bytes -> Arrays.equals(bytes, contract));
            assertThat(pack.keySet()).anyMatch(name -> name.startsWith("files/contract/F-") && name.endsWith("-contract.pdf"));
            pack.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8)).as(name)
                    .doesNotContain("C-2", "INV-2001", "beta.example"));
            List<String> sums = text(pack, "SHA256SUMS").lines().toList();
            assertThat(sums).hasSize(pack.size() - 1).allSatisfy(line -> assertThat(Contents.sha256(pack.get(
                    line.substring(66)))).isEqualTo(line.substring(0, 64)));
            pack(job, "C-1").forEach((name, bytes) -> assertThat(Arrays.equals(bytes, pack.get(name))).as(name).isTrue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBePackedOrKeptIsRefused(TestDatabase kind) throws IOException {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            HandoverJob job = job(talk);
            assertThatThrownBy(() -> pack(job, "C-9")).isInstanceOf(Refused.class).hasMessageContaining("C-9: is not known");
            assertThatThrownBy(() -> job.keep(ANNA, "C-1", new CustomerFiles.File(CustomerFiles.Kind.OTHER, "", "x",
                    new byte[0]))).isInstanceOf(Refused.class).hasMessageContaining("0 bytes");
            assertThatThrownBy(() -> job.keep(new Decider("carl", "x", REPLIED, ""), "C-1",
                    new CustomerFiles.File(CustomerFiles.Kind.OTHER, "", "x", new byte[] {1}))).isInstanceOf(Refused.class);
            assertThat(talk.books.count("customer_file")).isZero();
        }
    }

    private HandoverJob job(ReminderTalk talk) throws IOException {
        Path interest = Files.writeString(folder.resolve("interest.yaml"), Files.readString(
                Path.of("config/policies/interest.yaml")).replace("law: DE}", "law: MX}"));
        return new HandoverJob(talk.ledger, new EvidenceJob(talk.ledger, ReminderTalk.COMPANIES),
                new Authority("authority.yaml", List.of(new Authority.Grant("anna", EnumSet.of(PersonAction.NOTE),
                        Optional.empty()))),
                InterestFile.read(interest, InterestRatesFile.read(Path.of("config/policies/interest-rates.yaml"))));
    }

    private static Map<String, byte[]> pack(HandoverJob job, String customer) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        job.pack("", customer, REPLIED, zip);
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> pack, String name) {
        return new String(pack.get(name), StandardCharsets.UTF_8);
    }
}
