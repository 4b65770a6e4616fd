package org.saldo.command.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who takes part: two sellers and their customers. Every name, number and account is made up. */
final class DemoCast {

    static final String PUMPS = "nordlicht";
    static final String SERVICE = "servicio";
    static final String PUMPS_ACCOUNT = iban("DE", "500105170648489890");
    static final String SERVICE_ACCOUNT = iban("ES", "21000418450200051332");

    /** Pays for ACME Pumps from an account that the hub has never seen. */
    static final String ACME_HOLDING_ACCOUNT = iban("GB", "NWBK60161331926819");

    private static final String[] NAMES = {
        "Alster Werft GmbH|DE|de", "Bergmann & Söhne KG|DE|de", "Castilla Riegos S.L.|ES|es",
        "Delft Waterwerken B.V.|NL|en", "Elbtal Brauerei AG|DE|de", "Fonderie du Rhône SARL|FR|en",
        "Glacier Hydro Oy|FI|en", "Hanseatic Cranes GmbH|DE|de", "Iberdrenaje S.A.|ES|es",
        "Jadebusen Fischerei eG|DE|de", "Kanto Valves K.K.|JP|en", "Lübecker Marzipan GmbH|DE|de",
        "Mareas del Sur S.L.|ES|es", "Nantes Chantiers SAS|FR|en", "Ostsee Fähren GmbH|DE|de",
        "Papelera Norte S.A.|ES|es", "ACME Pumps Ltd|GB|en", "Quelle Mineralbrunnen KG|DE|de",
        "Ravenna Impianti S.p.A.|IT|en", "Sankt Pauli Bäder GmbH|DE|de", "苏州水务设备有限公司|CN|zh",
        "Tidewater Marine PLC|GB|en", "Hansa Rohrbau GmbH|DE|de", "Uckermark Agrar GmbH|DE|de",
        "Valencia Puertos S.A.|ES|es", "Wattenmeer Deichbau AG|DE|de", "Xanten Klärwerke GmbH|DE|de",
        "Ystad Hamn AB|SE|en", "Zürichsee Pumpen AG|CH|de", "宁波港口机械有限公司|CN|zh", "Ahrtal Winzer eG|DE|de",
        "Bodensee Yachten GmbH|DE|de", "Canal de Aragón S.A.|ES|es", "Dortmund Stahlbau AG|DE|de",
        "Emsland Moorbad GmbH|DE|de", "Flensburg Rum KG|DE|de", "Galicia Conservas S.L.|ES|es",
        "Harz Talsperren GmbH|DE|de"};

    private static final String[] SERVICE_NAMES = {"Hotel Miramar S.A.|ES|es", "Bodegas del Turia S.L.|ES|es"};

    /** A customer of the demo; {@code daysLate} is its habit, negative for an early payer. */
    record Customer(String company, String number, String name, String country, String language, String iban,
                    String email, int daysLate, int invoicesAMonth) {
    }

    private DemoCast() {
    }

    static List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            customers.add(customer(PUMPS, "C-%04d".formatted(i + 1), NAMES[i], i));
        }
        for (int i = 0; i < SERVICE_NAMES.length; i++) {
            customers.add(customer(SERVICE, "S-%04d".formatted(i + 1), SERVICE_NAMES[i], i));
        }
        return customers;
    }

    private static Customer customer(String company, String number, String description, int index) {
        String[] parts = description.split("\\|");
        String country = parts[1];
        String account = "%018d".formatted(100_000_007L * (index + 11) + company.length());
        int daysLate = index % 9 == 7 ? 24 : index % 5 * 3 - 3;
        return new Customer(company, number, parts[0], country, parts[2], iban(country, account),
                "accounts@" + number.toLowerCase(Locale.ROOT) + ".example", daysLate, 1 + index % 2);
    }

    /** An account number with the check digits of ISO 13616 for made-up bank details. */
    static String iban(String country, String details) {
        StringBuilder digits = new StringBuilder();
        (details + country + "00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int check = 98 - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return country + "%02d".formatted(check) + details;
    }
}
