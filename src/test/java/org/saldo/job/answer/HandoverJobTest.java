package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.answer.ReminderTalk.REPLIED;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.job.evidence.EvidenceJob;
import org.saldo.job.evidence.HandoverJob;
import org.saldo.ledger.Authority;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.settings.InterestFile;
import org.saldo.settings.InterestRatesFile;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Contents;
import org.saldo.store.Table;
import org.saldo.store.TestDatabase;
import org.saldo.store.dunning.CustomerFiles;
import org.saldo.store.dunning.ReminderLetters;

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
            assertThat(text(pack, "summary.txt")).contains("Overdue: EUR 1,500.00", "Interest: ", "through 2026-10-29");
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

    /** A reminder on paper that a person saw delivered, and one by mail that told what it costs. */
    @ParameterizedTest
    @EnumSource
    void lettersWithTheirDeliveryAndFeesThatWereToldArePacked(TestDatabase kind) throws IOException {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            byte[] pdf = "%PDF-1.4 letter".getBytes(StandardCharsets.ISO_8859_1);
            talk.ledger.write(BatchKind.REMINDER, "test", REPLIED, batch -> {
                for (String customer : List.of("C-1", "C-2")) {
                    String key = "reminder/main/" + customer + "/2026-10-01";
                    ReminderLetters.add(batch, new CustomerId("main", customer), LocalDate.of(2026, 10, 1), key, pdf);
                }
                batch.add(Table.REMINDER_FEE, "main", "C-1", "reminder/main/C-1/2026-10-01", item(batch),
                        LocalDate.of(2026, 10, 1), 2, "EUR", new BigDecimal("2.50"), "§ 288 BGB");
            });
            assertThat(text(pack(job(talk), "C-1"), "summary.txt")).as("nobody has put it").doesNotContain("Fees");
            talk.ledger.write(BatchKind.PERSON, "anna", REPLIED, batch -> {
                for (ReminderLetters.Waiting each : ReminderLetters.waiting(talk.ledger, "", LocalDate.of(2026, 9, 1))) {
                    ReminderLetters.put(batch, each);
                }
                ReminderLetters.delivered(batch, ReminderLetters.find(batch, "reminder/main/C-1/2026-10-01").orElseThrow(),
                        LocalDate.of(2026, 10, 3), "registered letter RR123");
            });
            Map<String, byte[]> pack = pack(job(talk), "C-1");
            assertThat(pack.keySet()).filteredOn(name -> name.startsWith("letters/2026-10-01-")).singleElement()
                    .satisfies(name -> assertThat(pack.get(name)).isEqualTo(pdf));
            assertThat(text(pack, "tables/letter_delivery.csv")).contains("2026-10-03", "registered letter RR123");
            assertThat(text(pack, "tables/reminder_fee.csv")).contains("2.5", "§ 288 BGB");
            assertThat(text(pack, "summary.txt")).contains("Fees of reminders, told and not charged: EUR 2.50");
            assertThat(text(pack(job(talk), "C-2"), "tables/reminder_fee.csv")).doesNotContain("288");
        }
    }

    private static long item(Batch batch) {
        return batch.handle().createQuery("SELECT item_id FROM document WHERE document_number = 'INV-1001'").mapTo(Long.class)
                .one();
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
                InterestFile.read(interest, InterestRatesFile.read(Path.of("config/policies/interest-rates.yaml"))),
                new WorklistWordings(Map.of()));
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
