package org.saldo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The directions in which packages may import each other, and what the pure core may not touch. */
@AnalyzeClasses(packages = "org.saldo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {"org.saldo.money..", "org.saldo.ledger..", "org.saldo.reconciliation..",
        "org.saldo.statement..", "org.saldo.dunning..", "org.saldo.credit..", "org.saldo.correspondence.."};

    @ArchTest
    static final ArchRule importsRunOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("money").definedBy("org.saldo.money..")
            .layer("ledger").definedBy("org.saldo.ledger..")
            .layer("reconciliation").definedBy("org.saldo.reconciliation..")
            .layer("statement").definedBy("org.saldo.statement..")
            .layer("dunning").definedBy("org.saldo.dunning..")
            .layer("credit").definedBy("org.saldo.credit..")
            .layer("correspondence").definedBy("org.saldo.correspondence..")
            .layer("edges").definedBy("org.saldo.intake..", "org.saldo.delivery..", "org.saldo.store..",
                    "org.saldo.settings..")
            .layer("job").definedBy("org.saldo.job..")
            .layer("camel").definedBy("org.saldo.camel..")
            .layer("command").definedBy("org.saldo.command..")
            .layer("hub").definedBy("org.saldo")
            .whereLayer("hub").mayNotBeAccessedByAnyLayer()
            .whereLayer("command").mayOnlyBeAccessedByLayers("hub")
            .whereLayer("camel").mayOnlyBeAccessedByLayers("command")
            .whereLayer("job").mayOnlyBeAccessedByLayers("camel", "command")
            .whereLayer("edges").mayOnlyBeAccessedByLayers("job", "camel", "command")
            .whereLayer("reconciliation").mayOnlyBeAccessedByLayers("edges", "job", "camel", "command")
            .whereLayer("statement").mayOnlyBeAccessedByLayers("edges", "job", "camel", "command")
            .whereLayer("dunning").mayOnlyBeAccessedByLayers("edges", "job", "camel", "command")
            .whereLayer("correspondence").mayOnlyBeAccessedByLayers("edges", "job", "camel", "command")
            .whereLayer("credit").mayOnlyBeAccessedByLayers("edges", "job", "camel", "command");

    @ArchTest
    static final ArchRule partsOfTheStoreFormNoCircle = slices().matching("org.saldo.store.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfTheJobsFormNoCircle = slices().matching("org.saldo.job.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theCoreUsesTheJdkOnly = classes().that().resideInAnyPackage(CORE)
            .should().onlyDependOnClassesThat().resideInAnyPackage("java.lang..", "java.util..", "java.time..",
                    "java.math..", "java.text..", "org.saldo..");

    @ArchTest
    static final ArchRule onlyTheCamelPackageKnowsCamel = noClasses()
            .that().resideOutsideOfPackage("org.saldo.camel..")
            .should().dependOnClassesThat().resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule onlyTheStoreSpeaksSql = noClasses()
            .that().resideOutsideOfPackages("org.saldo.store..", "org.saldo.command.demo..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..")
            .because("the demo plays the ERP's database, nothing else has SQL outside the store");

    @ArchTest
    static final ArchRule nothingReadsTheWallClock = noClasses()
            .that().resideOutsideOfPackages("org.saldo.camel..", "org.saldo.command..", "org.saldo")
            .should().callMethod(LocalDate.class, "now").orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .because("the day of a run is an argument");

    @ArchTest
    static final ArchRule noFloatingPointNearMoney = fields().that().areDeclaredInClassesThat().resideInAnyPackage(CORE)
            .and().areDeclaredInClassesThat().resideOutsideOfPackage("org.saldo.dunning.measure")
            .should().notHaveRawType(double.class).andShould().notHaveRawType(float.class)
            .because("amounts are exact; what is measured of reminders are shares with their bounds");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses().should().haveSimpleNameContaining("Util")
            .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Manager")
            .orShould().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameStartingWith("Default")
            .orShould().haveSimpleNameEndingWith("DTO");
}
