BEGIN TRANSACTION;
CREATE TABLE clausegen_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT clausegen_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "clausegen_version" VALUES('0001');
CREATE TABLE dossier (
	id VARCHAR(32) NOT NULL, 
	titre TEXT NOT NULL, 
	contenu TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	cree_le DATETIME NOT NULL, 
	modifie_le DATETIME NOT NULL, 
	modifie_par VARCHAR(80) NOT NULL, 
	supprime_le DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "dossier" VALUES('5guyrhtv9rbp','Eau potable d''Épinal','{
  "titre": "Eau potable d''Épinal",
  "faits": {
    "avenant": false,
    "population": "32 000",
    "type_contrat": "concession"
  },
  "choix": {
    "don-inventaire": {
      "motif": "Déjà livré",
      "retenir": false
    }
  },
  "valeurs": {
    "contrat": {
      "lots": [
        "un",
        "deux"
      ],
      "objet": "{{ « Eau » & Vie }}"
    }
  }
}
',2,'2026-11-22 22:00:43.768055','2026-11-22 22:00:43.779623','Paul',NULL);
INSERT INTO "dossier" VALUES('8h8p2smznc3n','Abandonné','{
  "titre": "Abandonné"
}
',1,'2026-11-22 22:00:43.839565','2026-11-22 22:00:43.839565','Paul','2026-11-22 22:00:43.842163');
CREATE TABLE dossier_version (
	id INTEGER NOT NULL, 
	dossier_id VARCHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	contenu TEXT NOT NULL, 
	enregistre_le DATETIME NOT NULL, 
	par VARCHAR(80) NOT NULL, 
	motif VARCHAR(20) NOT NULL, 
	detail TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(dossier_id) REFERENCES dossier (id)
);
INSERT INTO "dossier_version" VALUES(1,'5guyrhtv9rbp',1,'{
  "titre": "Eau potable",
  "faits": {
    "avenant": false,
    "population": "12 000",
    "type_contrat": "concession"
  },
  "choix": {
    "don-inventaire": {
      "motif": "Déjà livré",
      "retenir": false
    }
  },
  "valeurs": {
    "contrat": {
      "lots": [
        "un",
        "deux"
      ],
      "objet": "{{ « Eau » & Vie }}"
    }
  }
}
','2026-11-22 22:00:43.772773','Marie','création','');
INSERT INTO "dossier_version" VALUES(2,'5guyrhtv9rbp',2,'{
  "titre": "Eau potable d''Épinal",
  "faits": {
    "avenant": false,
    "population": "32 000",
    "type_contrat": "concession"
  },
  "choix": {
    "don-inventaire": {
      "motif": "Déjà livré",
      "retenir": false
    }
  },
  "valeurs": {
    "contrat": {
      "lots": [
        "un",
        "deux"
      ],
      "objet": "{{ « Eau » & Vie }}"
    }
  }
}
','2026-11-22 22:00:43.780764','Paul','enregistrement','');
INSERT INTO "dossier_version" VALUES(3,'5guyrhtv9rbp',2,'{
  "titre": "Eau potable d''Épinal",
  "faits": {
    "avenant": false,
    "population": "32 000",
    "type_contrat": "concession"
  },
  "choix": {
    "don-inventaire": {
      "motif": "Déjà livré",
      "retenir": false
    }
  },
  "valeurs": {
    "contrat": {
      "lots": [
        "un",
        "deux"
      ],
      "objet": "{{ « Eau » & Vie }}"
    }
  }
}
','2026-11-22 22:00:43.785421','Paul','export','sha256:0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO "dossier_version" VALUES(4,'8h8p2smznc3n',1,'{
  "titre": "Abandonné"
}
','2026-11-22 22:00:43.840745','Paul','création','');
CREATE INDEX ix_dossier_modifie_le ON dossier (modifie_le);
CREATE INDEX ix_dossier_version_dossier ON dossier_version (dossier_id, version);
COMMIT;
