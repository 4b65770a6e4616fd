package org.saldo.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the house reads speaks the company's language alone: whatever {@code explain} tells and the house's mails have no word
 * that is neither in the templates of that language nor in what was taken in or typed. A sentence in English fails here.
 */
class HouseLanguageTest {

    private static final Instant NOW = Instant.parse("2026-11-05T08:00:00Z");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern LATIN = Pattern.compile("[a-zA-Z]{2,}");
    private static final Pattern LABEL = Pattern.compile("\\b(?:A|D|PR|PL|M|S|I)-\\d+\\b");
    /** Commands, settings, files, addresses, codes, hashes and names of rules: the same in each language. */
    private static final Pattern NEUTRAL = Pattern.compile("`[^`]*`|\\S+@\\S+|(?<!\\w)\\w+(?:[./_-]\\w+)+(?!\\w)|"
            + "\\b[A-Z][A-Z0-9_]+\\b|[0-9a-f]{16,}|\\bsaldo \\w+(?: [a-z-]+)*|https?:\\S+|\\b\\w*\\d\\w*\\b|--\\w+");
    /** What a mail to a customer is called, in that one's language, with the code that an answer brings back. */
    private static final Pattern SUBJECT = Pattern.compile("\\[(RM|ST)-[A-Z0-9-]+]");
    private static final Set<String> KNOWN_TO_ALL = Set.of("saldo", "csv", "pdf", "message", "kb", "erp", "id", "main",
            "genesis");

    private static final String COMPANIES = """
            companies:
              - id: main
                name: Nordwind Handel GmbH
                address: [Kai, Hamburg]
                country: DE
                language: %s
                time-zone: Europe/Berlin
                mode: SHADOW
                accounts: [{iban: DE89370400440532013000, currency: EUR}]
                reply-to: accounts@nordwind.example
                finance-mail: [finance@nordwind.example]
            """;
    private static final String AUTHORITY = """
            roles:
              - role: clerk
                may:
                  - actions: [dispute, promise, plan, note, hold, write-off]
                    up-to: [EUR 10000.00]
            people:
              - {person: "%s", roles: [clerk]}
              - {person: Vega, roles: [clerk]}
            second-person-above:
              - {actions: [write-off], amounts: [EUR 5.00]}
            """;
    private static final String CUSTOMERS = """
            customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
            C-1,Alster Werft,DE,de,EUR,ap@alster.example,DE75512108001245126199,NET30,S01
            C-2,Castilla Riegos,ES,es,EUR,pagos@castilla.example,ES9121000418450200051332,NET30,S01
            C-3,Delft Waterwerken,NL,en,EUR,ap@delft.example,NL91ABNA0417164300,NET30,S01
            C-4,Ohne Adresse,DE,de,EUR,,,NET30,S01
            """;
    private static final String INVOICES = """
            document_type,document_number,customer_id,issue_date,due_date,currency,amount
            INVOICE,INV-1001,C-1,2026-09-01,2026-10-01,EUR,4125.00
            INVOICE,INV-1002,C-1,2026-09-05,2026-10-05,EUR,500.00
            INVOICE,INV-1003,C-2,2026-09-01,2026-10-01,EUR,400.00
            INVOICE,INV-1004,C-3,2026-09-01,2026-10-01,EUR,300.00
            INVOICE,INV-1005,C-4,2026-09-01,2026-10-01,EUR,300.00
            """;
    private static final String PAYMENTS = """
            payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,end_to_end_id,remittance_text
            P-1,DE89370400440532013000,2026-11-04,2026-11-04,EUR,500.00,ALSTER WERFT,DE75512108001245126199,,INV-1002
            P-2,DE89370400440532013000,2026-11-04,2026-11-04,EUR,77.00,Niemand,,,Xyzzy
            """;
    /** What came in or was typed, and stands where it belongs. */
    private static final String NAMES = "Nordwind Handel GmbH, Hamburg; Alster Werft, Castilla Riegos, Delft Waterwerken,"
            + " Ohne Adresse; Niemand, Xyzzy, Vega, Ruiz, qqq";
    private static final List<String> TYPED = List.of("once reconcile",
            "dispute INV-1001 200.00 --code QUALITY_RETURN --reason qqq",
            "dispute INV-1001 50.00 --code PRICE --reason qqq", "promise C-2 400.00 2026-11-09 --told-by Vega --reason qqq",
            "plan C-3 --documents INV-1004 --schedule 2026-11-16:100.00,2026-12-15:200.00 --reason qqq",
            "note C-1 --text qqq --with Ruiz", "write-off INV-1005 10.00 --reason qqq", "hold C-1 --reason qqq", "reminders",
            "once worklist", "statements --month 2026-10", "once deliver");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void noOtherLanguageIsLeft(String language) throws Exception {
        Shell shell = new Shell(home.resolve(language), NOW);
        Files.writeString(shell.folder().resolve("config/policies/companies.yaml"), COMPANIES.formatted(language));
        Files.writeString(shell.folder().resolve("config/policies/authority.yaml"),
                AUTHORITY.formatted(System.getProperty("user.name")));
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            shell.with("MAIL_HOST", "127.0.0.1").with("MAIL_SECURITY", "none").with("MAIL_FROM", "accounts@nordwind.example")
                    .with("MAIL_PORT", Integer.toString(server.getSmtp().getPort())).with("MAIL_CUSTOMERS", "on");
            Set<String> ids = new TreeSet<>(Set.of("C-1", "C-2", "C-3", "C-4", "INV-1001", "INV-1002", "P-1", "P-2"));
            live(shell, ids);
            Set<String> known = known(language);
            List<String> faults = new ArrayList<>();
            Set<String> kinds = new TreeSet<>();
            Set<String> told = new TreeSet<>();
            while (told.size() < ids.size()) {
                String id = ids.stream().filter(each -> !told.contains(each)).findFirst().orElseThrow();
                told.add(id);
                Shell.Said said = shell.type("explain", id);
                assertThat(said.exit()).as("explain %s: %s", id, said.err()).isZero();
                labels(said.out(), ids);
                kinds.add(id.replaceAll("-.*", ""));
                faults.addAll(foreign("explain " + id, said.out(), known, language));
            }
            assertThat(kinds).contains("A", "C", "D", "I", "INV", "M", "P", "PL", "PR", "S");
            int mails = 0;
            for (MimeMessage mail : server.getReceivedMessages()) {
                if (mail.getAllRecipients()[0].toString().contains("finance@")) {
                    mails++;
                    faults.addAll(foreign("mail " + mail.getSubject(), mail.getSubject() + "\n" + plain(mail.getContent()), known,
                            language));
                }
            }
            assertThat(mails).as("worklist, reminders, month").isGreaterThanOrEqualTo(3);
            assertThat(faults).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static void live(Shell shell, Set<String> ids) throws IOException {
        Path in = Files.createDirectories(shell.folder().resolve("in"));
        Files.writeString(in.resolve("customers.csv"), CUSTOMERS);
        Files.writeString(in.resolve("invoices.csv"), INVOICES);
        Files.writeString(in.resolve("payments.csv"), PAYMENTS);
        typed(shell, ids, "import", in.resolve("customers.csv").toString(), in.resolve("invoices.csv").toString(),
                in.resolve("payments.csv").toString());
        for (String line : TYPED) {
            typed(shell, ids, line.split(" "));
        }
        typed(shell, ids, "export", "allocations");
        for (int id = 1; id < 9; id++) {
            if (shell.type("explain", "S-" + id).exit() == 0) {
                ids.add("S-" + id);
            }
        }
    }

    private static void typed(Shell shell, Set<String> ids, String... words) {
        Shell.Said said = shell.type(words);
        assertThat(said.exit()).as("%s: %s%s", Arrays.toString(words), said.out(), said.err()).isZero();
        labels(said.out(), ids);
    }

    private static void labels(String text, Set<String> ids) {
        LABEL.matcher(text).results().map(MatchResult::group).forEach(ids::add);
    }

    /** The words of the language's templates and of the calendar, and what came in from outside. */
    private static Set<String> known(String language) throws IOException {
        Set<String> words = new TreeSet<>(KNOWN_TO_ALL);
        try (Stream<Path> files = Files.list(Path.of("config/templates", language))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                String told = file.toString().endsWith(".properties") ? text.replaceAll("(?m)^#.*$|^[^=\\n]*=", " ")
                        : text.replaceAll("(?s)<#--.*?-->|\\$\\{[^}]*}|</?#[a-z]+ ?[a-zA-Z]*", " ");
                add(words, told.replaceAll("\\{\\d+}", " "));
            }
        }
        Locale locale = Locale.forLanguageTag(language);
        Stream.of(Month.values()).forEach(month -> add(words, month.getDisplayName(TextStyle.FULL, locale)));
        Stream.of(DayOfWeek.values()).forEach(day -> add(words, day.getDisplayName(TextStyle.FULL, locale)));
        Stream.of(NAMES, System.getProperty("user.name")).forEach(text -> add(words, text));
        return words;
    }

    private static void add(Set<String> words, String text) {
        WORD.matcher(text).results().forEach(word -> words.add(word.group().toLowerCase(Locale.ROOT)));
    }

    private static List<String> foreign(String where, String text, Set<String> known, String language) {
        Pattern word = language.equals("zh") ? LATIN : WORD;
        return text.lines().filter(line -> !SUBJECT.matcher(line).find())
                .flatMap(line -> word.matcher(NEUTRAL.matcher(line).replaceAll(" ")).results().map(MatchResult::group)
                        .filter(each -> !known.contains(each.toLowerCase(Locale.ROOT)))
                        .map(each -> where + ": '" + each + "' in: " + line))
                .toList();
    }

    private static String plain(Object content) throws MessagingException, IOException {
        return content instanceof Multipart parts ? plain(parts.getBodyPart(0).getContent()) : content.toString();
    }
}
